// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.linear.SymmetricEigen;

/**
 * ZCA whitening (Bell and Sejnowski 1997): z = (x − mean) · V diag(1 / √(λ + ε)) Vᵀ with the
 * eigenvectors V and eigenvalues λ of the covariance, so that z looks like x but its dimensions are
 * uncorrelated and alike in size.
 *
 * @param mean one value per dimension
 * @param matrix {@code width × width}, row-major, symmetric
 */
record Whitening(float[] mean, float[] matrix) {

  /**
   * Learns the whitening of some points.
   *
   * @param epsilon added to the eigenvalues, so that directions without variance are not blown up
   */
  static Whitening of(Points points, double epsilon) {
    int width = points.width();
    double[] mean = mean(points);
    SymmetricEigen eigen = SymmetricEigen.of(covariance(points, mean));
    float[] matrix = new float[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
          double scale = 1 / Math.sqrt(Math.max(0, eigen.values()[k]) + epsilon);
          sum += eigen.vectors()[i][k] * scale * eigen.vectors()[j][k];
        }
        matrix[i * width + j] = (float) sum;
      }
    }
    float[] centre = new float[width];
    for (int j = 0; j < width; j++) {
      centre[j] = (float) mean[j];
    }
    return new Whitening(centre, matrix);
  }

  /** The whitened points. */
  Points apply(Points points) {
    int width = points.width();
    float[] result = new float[points.values().length];
    float[] centred = new float[width];
    for (int p = 0; p < points.count(); p++) {
      for (int j = 0; j < width; j++) {
        centred[j] = points.values()[p * width + j] - mean[j];
      }
      for (int j = 0; j < width; j++) {
        result[p * width + j] = Points.dot(centred, 0, matrix, j * width, width);
      }
    }
    return new Points(result, points.count(), width);
  }

  private static double[] mean(Points points) {
    double[] mean = new double[points.width()];
    for (int i = 0; i < points.values().length; i++) {
      mean[i % mean.length] += points.values()[i] / points.count();
    }
    return mean;
  }

  private static double[][] covariance(Points points, double[] mean) {
    int width = points.width();
    double[][] covariance = new double[width][width];
    double[] x = new double[width];
    for (int p = 0; p < points.count(); p++) {
      for (int j = 0; j < width; j++) {
        x[j] = points.values()[p * width + j] - mean[j];
      }
      for (int i = 0; i < width; i++) {
        double[] row = covariance[i];
        double factor = x[i] / points.count();
        for (int j = 0; j < width; j++) {
          row[j] += factor * x[j];
        }
      }
    }
    return covariance;
  }
}
