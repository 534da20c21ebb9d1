// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Mean features of the segments of images (Hénaff et al. 2021, section 3.1).
 *
 * @param vectors {@code [n · segments, d]}, image by image, then segment by segment; 0 for a
 *     segment that has vanished
 * @param present {@code [n · segments, 1]}, 1 for a segment that is in the image, else 0
 */
public record SegmentPooling(Node vectors, Node present) {
  private static final float LEAST = 1e-8f;

  /**
   * Pools feature maps.
   *
   * @param features {@code [n, h, w, d]}
   * @param masks {@code [n, h, w, segments]}, not negative; each is brought to the sum 1 here
   */
  public static SegmentPooling of(Ops ops, Node features, Node masks) {
    int cells = features.size(1) * features.size(2);
    int width = features.size(3);
    int segments = masks.size(3);
    Node areas = ops.sum(masks, true, 1, 2);
    Node shares = ops.divide(masks, ops.add(areas, ops.constant(LEAST)));
    Node weights = ops.permute(ops.reshape(shares, -1, cells, segments), 0, 2, 1);
    Node pooled = ops.batchMatMul(weights, ops.reshape(features, -1, cells, width), false);
    // less than a thousandth of a cell is what rounding leaves of a segment
    Node present = ops.greaterEqual(areas, ops.constant(1e-3f));
    int rows = features.size(0) < 0 ? -1 : features.size(0) * segments;
    return new SegmentPooling(ops.reshape(pooled, rows, width), ops.reshape(present, rows, 1));
  }
}
