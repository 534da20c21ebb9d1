// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.WeightedLoss;
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
 *
 * <p>With weights a row counts as much as its present class, or, if none is known, as its absent
 * ones do on average.
 */
public final class ExclusiveCrossEntropy implements WeightedLoss<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public boolean exclusive() {
    return true;
  }

  @Override
  public Node build(Ops ops, Node target, Node prediction, NoParameters parameters) {
    Rows rows = Rows.of(ops, target);
    return Masks.mean(ops, rows.counts(ops), rows.cost(ops, prediction));
  }

  @Override
  public Node build(Ops ops, Node target, Node prediction, Node weights, NoParameters parameters) {
    Rows rows = Rows.of(ops, target);
    Node counted = ops.multiply(rows.counts(ops), rows.weights(ops, weights));
    return Masks.mean(ops, counted, rows.cost(ops, prediction));
  }

  /**
   * What is known of the rows of a batch.
   *
   * @param present {@code [n, classes]}, 1 where the class is known to be present
   * @param absent {@code [n, classes]}, 1 where it is known to be absent
   * @param hasPresent {@code [n]}, 1 where some class is known to be present
   */
  private record Rows(Node present, Node absent, Node hasPresent) {
    static Rows of(Ops ops, Node target) {
      Node present = ops.equal(target, ops.constant(1));
      Node absent = ops.subtract(Masks.known(ops, target), present);
      return new Rows(present, absent, ops.max(present, false, 1));
    }

    /** 1 for rows of which something is known that exclusive classes allow. */
    Node counts(Ops ops) {
      Node one = ops.constant(1);
      Node anything = ops.max(ops.add(present, absent), false, 1);
      Node notAllAbsent = ops.max(ops.subtract(one, absent), false, 1);
      return ops.multiply(anything, notAllAbsent);
    }

    /** −ln P(what is known). */
    Node cost(Ops ops, Node prediction) {
      Node one = ops.constant(1);
      Node inPresent = ops.sum(ops.multiply(present, prediction), false, 1);
      Node outsideAbsent = ops.subtract(one, ops.sum(ops.multiply(absent, prediction), false, 1));
      Node likelihood = choose(ops, inPresent, outsideAbsent);
      return ops.negate(ops.log(ops.clip(likelihood, Masks.EPSILON, 1)));
    }

    Node weights(Ops ops, Node cells) {
      return choose(ops, average(ops, present, cells), average(ops, absent, cells));
    }

    private static Node average(Ops ops, Node mask, Node cells) {
      Node count = ops.maximum(ops.sum(mask, false, 1), ops.constant(1));
      return ops.divide(ops.sum(ops.multiply(mask, cells), false, 1), count);
    }

    private Node choose(Ops ops, Node withPresent, Node without) {
      Node hasNone = ops.subtract(ops.constant(1), hasPresent);
      return ops.add(ops.multiply(hasPresent, withPresent), ops.multiply(hasNone, without));
    }
  }
}
