// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** Losses of a prediction of one view and the embedding of the other, which gets no gradient. */
public final class CosineLoss {
  private CosineLoss() {}

  /** Mean of −cosine over the batch (Chen and He 2021, equation 1). */
  public static Node negative(Ops ops, Node prediction, Node target) {
    return ops.negate(ops.mean(cosines(ops, prediction, target), false));
  }

  /** Mean of 2 − 2 · cosine over the batch (Grill et al. 2020, equation 2). */
  public static Node distance(Ops ops, Node prediction, Node target) {
    Node two = ops.constant(2);
    return ops.subtract(two, ops.multiply(two, ops.mean(cosines(ops, prediction, target), false)));
  }

  private static Node cosines(Ops ops, Node prediction, Node target) {
    Node fixed = ops.stopGradient(ops.l2Normalize(target));
    return ops.sum(ops.multiply(ops.l2Normalize(prediction), fixed), false, -1);
  }

  /**
   * √d · mean over the dimensions of the standard deviation of unit vectors over the batch: about 1
   * when they fill the sphere, 0 when all are the same.
   */
  public static Node spread(Ops ops, Node vectors) {
    Node units = ops.l2Normalize(vectors);
    Node centred = ops.subtract(units, ops.mean(units, true, 0));
    Node deviations = ops.sqrt(ops.mean(ops.square(centred), false, 0));
    float root = (float) Math.sqrt(vectors.size(-1));
    return ops.multiply(ops.constant(root), ops.mean(deviations, false));
  }
}
