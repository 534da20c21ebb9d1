// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Brings features of any origin to one scale, so that the same learning rate suits them all: (x −
 * mean) · factor, with one mean per channel and one factor for all, which makes the average
 * variance of the channels {@link #SPREAD}². One factor instead of one per channel because channels
 * that hardly vary are mostly noise, and blowing them up costs accuracy.
 *
 * @param mean one value per channel, the last dimension of the features
 * @param factor one factor for all channels
 */
public record FeatureScaling(float[] mean, float factor) {
  /** Root of the average variance after scaling. */
  public static final double SPREAD = 0.3;

  private static final int MIN_ROWS = 256;
  private static final int MAX_ROWS = 4096;
  private static final int VALUES = 1 << 22;

  /**
   * Measures features on up to 4096 rows, fewer of large feature maps, spread evenly over the
   * matrix. Rows that begin with NaN, as those of images that could not be read, are passed over.
   * Features that do not vary are only centred.
   */
  public static FeatureScaling of(FeatureMatrix features) {
    int[] shape = features.shape();
    int channels = shape[shape.length - 1];
    double[] sums = new double[channels];
    double[] squares = new double[channels];
    float[] row = new float[features.width()];
    int enough = Math.clamp(VALUES / features.width(), MIN_ROWS, MAX_ROWS);
    int rows = Math.min(enough, features.rows());
    long counted = 0;
    for (int i = 0; i < rows; i++) {
      features.read((int) ((long) i * features.rows() / rows), row, 0);
      if (!Float.isNaN(row[0])) {
        add(row, sums, squares);
        counted += row.length / channels;
      }
    }
    return of(sums, squares, counted);
  }

  private static void add(float[] row, double[] sums, double[] squares) {
    int channel = 0;
    for (float value : row) {
      sums[channel] += value;
      squares[channel] += (double) value * value;
      channel = channel + 1 == sums.length ? 0 : channel + 1;
    }
  }

  private static FeatureScaling of(double[] sums, double[] squares, long counted) {
    float[] mean = new float[sums.length];
    double variance = 0;
    for (int c = 0; c < mean.length && counted > 0; c++) {
      double average = sums[c] / counted;
      mean[c] = (float) average;
      variance += Math.max(0, squares[c] / counted - average * average) / mean.length;
    }
    return new FeatureScaling(mean, variance > 1e-20 ? (float) (SPREAD / Math.sqrt(variance)) : 1);
  }

  /** The scaled features. */
  public Node apply(Ops ops, Node features) {
    Node centred = ops.subtract(features, ops.constant(mean, mean.length));
    return ops.multiply(centred, ops.constant(factor));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureScaling scaling
        && factor == scaling.factor
        && Arrays.equals(mean, scaling.mean);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Float.hashCode(factor);
  }

  @Override
  public String toString() {
    return "FeatureScaling[" + mean.length + " channels, factor " + factor + "]";
  }
}
