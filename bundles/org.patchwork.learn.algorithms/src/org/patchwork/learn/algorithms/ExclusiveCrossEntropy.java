// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.Loss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Cross-entropy of a distribution over exclusive classes, for rows of which not every label is
 * known: −ln P(what is known), the likelihood of partial labels (Jin and Ghahramani 2002). A row
 * with a known present class c costs −ln p_c, the usual cross-entropy. A row that is only known
 * <i>not</i> to be of some classes costs −ln(1 − Σ p over those), which says that it is one of the
 * others; because the probabilities sum to 1 this needs no gradient on unknown cells. Rows without
 * a known label, and rows labelled absent for every class (which contradict exclusive classes),
 * cost nothing. The mean is over the rows that count, plus ε = 1e-7.
 */
public final class ExclusiveCrossEntropy implements Loss<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public Node build(Ops ops, Node target, Node prediction, NoParameters parameters) {
    Node one = ops.constant(1);
    Node known = Masks.known(ops, target);
    Node present = ops.equal(target, one);
    Node absent = ops.subtract(known, present);
    Node hasPresent = ops.max(present, false, 1);
    Node inPresent = ops.sum(ops.multiply(present, prediction), false, 1);
    Node outsideAbsent = ops.subtract(one, ops.sum(ops.multiply(absent, prediction), false, 1));
    Node likelihood =
        ops.add(
            ops.multiply(hasPresent, inPresent),
            ops.multiply(ops.subtract(one, hasPresent), outsideAbsent));
    Node possible = ops.subtract(one, noneLeft(ops, absent));
    Node counts = ops.multiply(ops.max(known, false, 1), possible);
    return Masks.mean(ops, counts, ops.negate(ops.log(ops.clip(likelihood, Masks.EPSILON, 1))));
  }

  /** 1 for rows in which every class is known to be absent. */
  private static Node noneLeft(Ops ops, Node absent) {
    Node notAbsent = ops.subtract(ops.constant(1), absent);
    return ops.subtract(ops.constant(1), ops.max(notAbsent, false, 1));
  }
}
