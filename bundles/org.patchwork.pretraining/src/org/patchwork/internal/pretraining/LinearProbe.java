// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Softmax regression on standardised features with a squared penalty of 1e-4, fitted to all points
 * at once by accelerated gradient steps (Nesterov 1983). Without chance: equal features give an
 * equal classifier.
 */
final class LinearProbe {
  private static final double PENALTY = 1e-4;
  private static final int STEPS = 300;
  private static final int POWER_STEPS = 20;

  private final double[] mean;
  private final double[] scale;
  private final int classes;
  private final double[] weights; // [width + 1][classes], the last row is the intercept

  private LinearProbe(double[] mean, double[] scale, int classes) {
    this.mean = mean;
    this.scale = scale;
    this.classes = classes;
    this.weights = new double[(mean.length + 1) * classes];
  }

  /** Fits. */
  static LinearProbe fit(float[][] points, int[] labels, int classes, BooleanSupplier cancelled) {
    int width = points[0].length;
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (int j = 0; j < width; j++) {
      double sum = 0;
      double squares = 0;
      for (float[] point : points) {
        sum += point[j];
        squares += (double) point[j] * point[j];
      }
      mean[j] = sum / points.length;
      double variance = squares / points.length - mean[j] * mean[j];
      scale[j] = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
    }
    LinearProbe probe = new LinearProbe(mean, scale, classes);
    double[][] rows = new double[points.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = probe.row(points[i]);
    }
    probe.descend(rows, labels, cancelled);
    return probe;
  }

  /** A point, standardised, with a 1 behind it. */
  private double[] row(float[] point) {
    double[] row = new double[point.length + 1];
    for (int j = 0; j < point.length; j++) {
      row[j] = (point[j] - mean[j]) * scale[j];
    }
    row[point.length] = 1;
    return row;
  }

  private void descend(double[][] rows, int[] labels, BooleanSupplier cancelled) {
    double step = 1 / (0.5 * curvature(rows) + PENALTY);
    double[] ahead = weights.clone();
    double[] gradient = new double[weights.length];
    double pace = 1;
    for (int i = 0; i < STEPS; i++) {
      if (cancelled.getAsBoolean()) {
        throw new OperationCanceledException();
      }
      gradient(rows, labels, ahead, gradient);
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
  private static double curvature(double[][] rows) {
    double[] vector = new double[rows[0].length];
    java.util.Arrays.fill(vector, 1 / Math.sqrt(vector.length));
    double norm = 0;
    for (int i = 0; i < POWER_STEPS; i++) {
      double[] image = new double[vector.length];
      for (double[] row : rows) {
        double dot = 0;
        for (int j = 0; j < row.length; j++) {
          dot += row[j] * vector[j];
        }
        for (int j = 0; j < row.length; j++) {
          image[j] += dot * row[j] / rows.length;
        }
      }
      norm = 0;
      for (double value : image) {
        norm += value * value;
      }
      norm = Math.sqrt(norm);
      for (int j = 0; j < image.length; j++) {
        vector[j] = image[j] / norm;
      }
    }
    return 1.05 * norm; // the method comes from below
  }

  private void gradient(double[][] rows, int[] labels, double[] at, double[] gradient) {
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = PENALTY * at[j];
    }
    double[] p = new double[classes];
    for (int i = 0; i < rows.length; i++) {
      softmax(rows[i], at, p);
      p[labels[i]] -= 1;
      for (int j = 0; j < rows[i].length; j++) {
        double part = rows[i][j] / rows.length;
        for (int c = 0; c < classes; c++) {
          gradient[j * classes + c] += part * p[c];
        }
      }
    }
  }

  private void softmax(double[] row, double[] at, double[] p) {
    java.util.Arrays.fill(p, 0);
    for (int j = 0; j < row.length; j++) {
      for (int c = 0; c < classes; c++) {
        p[c] += row[j] * at[j * classes + c];
      }
    }
    double top = Double.NEGATIVE_INFINITY;
    for (double logit : p) {
      top = Math.max(top, logit);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      p[c] = Math.exp(p[c] - top);
      sum += p[c];
    }
    for (int c = 0; c < classes; c++) {
      p[c] /= sum;
    }
  }

  /** The likeliest class of each point. */
  int[] predict(float[][] points) {
    int[] predicted = new int[points.length];
    double[] p = new double[classes];
    for (int i = 0; i < points.length; i++) {
      softmax(row(points[i]), weights, p);
      for (int c = 1; c < classes; c++) {
        predicted[i] = p[c] > p[predicted[i]] ? c : predicted[i];
      }
    }
    return predicted;
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
