// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** How far a picture that a network has drawn is from the image. */
public final class ReconstructionLoss {
  private ReconstructionLoss() {}

  /** Mean of |image − drawn| over all values. */
  public static Node absolute(Ops ops, Node images, Node drawn) {
    return ops.mean(ops.abs(ops.subtract(images, drawn)), false);
  }

  /**
   * Mean of |mask · (image − drawn)| over all values, those outside the mask counting as 0.
   *
   * @param mask {@code [n, h, w, 1]}, 1 where the image was covered
   */
  public static Node covered(Ops ops, Node mask, Node images, Node drawn) {
    return ops.mean(ops.abs(ops.multiply(mask, ops.subtract(images, drawn))), false);
  }
}
