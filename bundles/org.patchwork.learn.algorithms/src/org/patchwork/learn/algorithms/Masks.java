// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** What the losses on partly labelled targets share. */
final class Masks {
  /** The Keras epsilon. */
  static final float EPSILON = 1e-7f;

  private Masks() {}

  /** 1 where the target is known, else 0. */
  static Node known(Ops ops, Node target) {
    return ops.greaterEqual(target, ops.constant(0));
  }

  /**
   * Probabilities limited to the open interval, so that no logarithm or power below has an infinite
   * value or gradient: a mask times infinity would not be zero.
   */
  static Node open(Ops ops, Node prediction) {
    return ops.clip(prediction, EPSILON, 1 - EPSILON);
  }

  /** ln(x + ε). */
  static Node log(Ops ops, Node x) {
    return ops.log(ops.add(x, ops.constant(EPSILON)));
  }

  /** Σ mask · values / (Σ mask + ε), the mask not negative; 0 if it is 0 everywhere. */
  static Node mean(Ops ops, Node mask, Node values) {
    return ops.divide(
        ops.sum(ops.multiply(mask, values), false),
        ops.add(ops.sum(mask, false), ops.constant(EPSILON)));
  }
}
