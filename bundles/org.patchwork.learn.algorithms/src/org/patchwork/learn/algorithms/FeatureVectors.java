// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.RowBlocks;

/** Features as points: vectors as they are, feature maps averaged over height and width. */
final class FeatureVectors {
  private static final int BLOCK = 512;

  private FeatureVectors() {}

  /**
   * Those of the rows that have features: not added lately, and not NaN as for an image that could
   * not be read.
   */
  static int[] present(FeatureMatrix features, int[] rows) {
    float[] row = new float[features.width()];
    return Arrays.stream(rows).filter(r -> present(features, r, row)).toArray();
  }

  private static boolean present(FeatureMatrix features, int row, float[] buffer) {
    if (row >= features.rows()) {
      return false;
    }
    features.read(row, buffer, 0);
    return !Float.isNaN(buffer[0]);
  }

  /** The points of these rows, in this order. */
  static Points of(FeatureMatrix features, int[] rows) {
    return of(features, rows, new NullProgressMonitor());
  }

  /**
   * The points of these rows, in this order, read on all cores.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  static Points of(FeatureMatrix features, int[] rows, IProgressMonitor monitor) {
    int channels = channels(features);
    float[] values = new float[Math.multiplyExact(rows.length, channels)];
    boolean map = features.width() > channels;
    RowBlocks.forEach(
        rows.length,
        BLOCK,
        monitor,
        (from, to) -> {
          float[] row = new float[map ? features.width() : 0];
          for (int i = from; i < to; i++) {
            if (map) {
              features.read(rows[i], row, 0);
              average(row, values, i * channels, channels);
            } else {
              features.read(rows[i], values, i * channels);
            }
          }
        });
    return new Points(values, rows.length, channels);
  }

  /** Number of values of a point. */
  static int channels(FeatureMatrix features) {
    int[] shape = features.shape();
    return shape[shape.length - 1];
  }

  private static void average(float[] map, float[] target, int offset, int channels) {
    float share = (float) channels / map.length;
    for (int i = 0; i < map.length; i++) {
      target[offset + i % channels] += map[i] * share;
    }
  }
}
