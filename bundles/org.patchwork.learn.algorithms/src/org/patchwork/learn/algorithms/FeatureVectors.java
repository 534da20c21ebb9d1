// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.core.FeatureMatrix;

/** Features as points: vectors as they are, feature maps averaged over height and width. */
final class FeatureVectors {
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
    int[] shape = features.shape();
    int channels = shape[shape.length - 1];
    float[] values = new float[Math.multiplyExact(rows.length, channels)];
    float[] row = new float[features.width()];
    for (int i = 0; i < rows.length; i++) {
      if (shape.length == 1) {
        features.read(rows[i], values, i * channels);
      } else {
        features.read(rows[i], row, 0);
        average(row, values, i * channels, channels);
      }
    }
    return new Points(values, rows.length, channels);
  }

  private static void average(float[] map, float[] target, int offset, int channels) {
    float share = (float) channels / map.length;
    for (int i = 0; i < map.length; i++) {
      target[offset + i % channels] += map[i] * share;
    }
  }
}
