// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.FeatureMatrix;

/** Features as points: vectors as they are, feature maps averaged over height and width. */
final class FeatureVectors {
  private FeatureVectors() {}

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
