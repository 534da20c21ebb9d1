// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.learn.linear.TileProduct;

/**
 * Softmax regression on standardised features with a squared penalty of 1e-4, fitted to all points
 * at once by accelerated gradient steps (Nesterov 1983). Without chance: equal features give an
 * equal classifier, on any number of cores.
 */
final class LinearProbe {
  private static final double PENALTY = 1e-4;
  private static final int STEPS = 300;
  private static final int POWER_STEPS = 20;

  private final double[] mean;
  private final double[] scale;
  private final int classes;
  private final int width; // with the intercept
  private final double[] weights; // [classes][width], the last of a class is the intercept

  private LinearProbe(double[] mean, double[] scale, int classes) {
    this.mean = mean;
    this.scale = scale;
    this.classes = classes;
    this.width = mean.length + 1;
    this.weights = new double[classes * width];
  }

  /** Fits. */
  static LinearProbe fit(float[][] points, int[] labels, int classes, BooleanSupplier cancelled) {
    int dimensions = points[0].length;
    double[] mean = new double[dimensions];
    double[] squares = new double[dimensions];
    for (float[] point : points) {
      for (int j = 0; j < dimensions; j++) {
        mean[j] += point[j] / (double) points.length;
        squares[j] += (double) point[j] * point[j] / points.length;
      }
    }
    double[] scale = new double[dimensions];
    for (int j = 0; j < dimensions; j++) {
      double variance = squares[j] - mean[j] * mean[j];
      scale[j] = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
    }
    LinearProbe probe = new LinearProbe(mean, scale, classes);
    probe.descend(new PointBlocks(probe.rows(points)), labels, points.length, cancelled);
    return probe;
  }

  /** Points, standardised, each with a 1 behind it. */
  private float[][] rows(float[][] points) {
    float[][] rows = new float[points.length][width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] = (float) ((points[i][j] - mean[j]) * scale[j]);
      }
      rows[i][mean.length] = 1;
    }
    return rows;
  }

  private void descend(PointBlocks blocks, int[] labels, int count, BooleanSupplier cancelled) {
    double step = 1 / (0.5 * curvature(blocks, count) + PENALTY);
    double[] ahead = weights.clone();
    double pace = 1;
    for (int i = 0; i < STEPS; i++) {
      if (cancelled.getAsBoolean()) {
        throw new OperationCanceledException();
      }
      double[] gradient = gradient(blocks, labels, count, ahead);
      double next = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
      for (int j = 0; j < weights.length; j++) {
        double moved = ahead[j] - step * gradient[j];
        ahead[j] = moved + (pace - 1) / next * (moved - weights[j]);
        weights[j] = moved;
      }
      pace = next;
    }
  }

  /** The largest eigenvalue of XᵀX / n, by the power method. */
  private double curvature(PointBlocks blocks, int count) {
    double[] vector = new double[width];
    Arrays.fill(vector, 1 / Math.sqrt(width));
    double norm = 0;
    for (int i = 0; i < POWER_STEPS; i++) {
      float[] direction = floats(vector);
      double[] image =
          total(width, blocks, block -> blocks.sums(blocks.times(direction, block)[0], block));
      norm = 0;
      for (double value : image) {
        norm += value * value;
      }
      norm = Math.sqrt(norm);
      for (int j = 0; j < image.length; j++) {
        vector[j] = image[j] / norm;
      }
    }
    return 1.05 * norm / count; // the method comes from below
  }

  private double[] gradient(PointBlocks blocks, int[] labels, int count, double[] at) {
    float[] now = floats(at);
    double[] gradient =
        total(
            at.length, blocks, block -> blocks.sums(residuals(now, blocks, block, labels), block));
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = gradient[j] / count + PENALTY * at[j];
    }
    return gradient;
  }

  /** What a block adds to a sum over all points. */
  private interface OfBlock {
    float[] sums(int block);
  }

  /** Adds up in the order of the blocks, whoever is done first. */
  private static double[] total(int length, PointBlocks blocks, OfBlock part) {
    float[][] parts =
        IntStream.range(0, blocks.blocks()).parallel().mapToObj(part::sums).toArray(float[][]::new);
    double[] total = new double[length];
    for (float[] sums : parts) {
      for (int j = 0; j < length; j++) {
        total[j] += sums[j];
      }
    }
    return total;
  }

  /** Probabilities less what is true, {@code [classes][SIZE]}. */
  private float[] residuals(float[] now, PointBlocks blocks, int block, int[] labels) {
    float[][] logits = blocks.times(now, block);
    float[] residuals = new float[classes * TileProduct.SIZE];
    double[] p = new double[classes];
    for (int i = 0; i < blocks.pointsIn(block); i++) {
      softmax(logits, i, p);
      p[labels[blocks.first(block) + i]] -= 1;
      for (int c = 0; c < classes; c++) {
        residuals[c * TileProduct.SIZE + i] = (float) p[c];
      }
    }
    return residuals;
  }

  private static void softmax(float[][] logits, int point, double[] p) {
    double top = Double.NEGATIVE_INFINITY;
    for (float[] ofClass : logits) {
      top = Math.max(top, ofClass[point]);
    }
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      p[c] = Math.exp(logits[c][point] - top);
      sum += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] /= sum;
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The likeliest class of each point. */
  int[] predict(float[][] points) {
    if (points.length == 0) {
      return new int[0];
    }
    int[] predicted = new int[points.length];
    PointBlocks blocks = new PointBlocks(rows(points));
    float[] fitted = floats(weights);
    for (int block = 0; block < blocks.blocks(); block++) {
      float[][] logits = blocks.times(fitted, block);
      for (int i = 0; i < blocks.pointsIn(block); i++) {
        predicted[blocks.first(block) + i] = likeliest(logits, i);
      }
    }
    return predicted;
  }

  private static int likeliest(float[][] logits, int point) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c][point] > logits[best][point] ? c : best;
    }
    return best;
  }

  /** Part of the points whose class is the likeliest. */
  double accuracy(float[][] points, int[] labels) {
    return part(predict(points), labels);
  }

  /** Part of the predictions that are right. */
  static double part(int[] predicted, int[] labels) {
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i] == labels[i] ? 1 : 0;
    }
    return (double) right / predicted.length;
  }
}
