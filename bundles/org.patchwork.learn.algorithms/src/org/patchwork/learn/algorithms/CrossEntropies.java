// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** Cross-entropies between probabilities. */
final class CrossEntropies {
  private CrossEntropies() {}

  /**
   * Element by element −t ln(p + ε) − (1 − t) ln(1 − p + ε), p limited to [ε, 1 − ε].
   *
   * @param target in [0, 1]
   */
  static Node binary(Ops ops, Node target, Node prediction) {
    Node one = ops.constant(1);
    Node p = Masks.open(ops, prediction);
    Node present = ops.multiply(target, Masks.log(ops, p));
    Node absent = ops.multiply(ops.subtract(one, target), Masks.log(ops, ops.subtract(one, p)));
    return ops.negate(ops.add(present, absent));
  }
}
