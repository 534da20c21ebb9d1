// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.Arrays;
import org.patchwork.core.FeatureMatrix;

/** Reads features row by row as vectors: feature maps averaged over height and width. */
public final class PooledRows {
  private final FeatureMatrix features;
  private final int channels;
  private final float[] map;

  public PooledRows(FeatureMatrix features) {
    int[] shape = features.shape();
    this.features = features;
    this.channels = shape[shape.length - 1];
    this.map = new float[features.width()];
  }

  /** Length of a vector. */
  public int width() {
    return channels;
  }

  /**
   * Reads one row.
   *
   * @return false if the row has no features; then nothing was written
   */
  public boolean read(int row, float[] target, int offset) {
    if (row >= features.rows()) {
      return false;
    }
    features.read(row, map, 0);
    float sum = 0;
    for (float value : map) {
      sum += value * 0f; // stays 0 unless a value is not finite
    }
    if (sum != 0) {
      return false;
    }
    if (map.length == channels) {
      System.arraycopy(map, 0, target, offset, channels);
      return true;
    }
    Arrays.fill(target, offset, offset + channels, 0);
    float share = (float) channels / map.length;
    for (int i = 0; i < map.length; i++) {
      target[offset + i % channels] += map[i] * share;
    }
    return true;
  }

  /** Scales a vector to length 1; a vector of zeros stays. */
  public static void normalize(float[] values, int offset, int width) {
    double squares = 0;
    for (int j = 0; j < width; j++) {
      squares += (double) values[offset + j] * values[offset + j];
    }
    float factor = (float) (1 / Math.sqrt(Math.max(squares, 1e-24)));
    for (int j = 0; j < width; j++) {
      values[offset + j] *= factor;
    }
  }
}
