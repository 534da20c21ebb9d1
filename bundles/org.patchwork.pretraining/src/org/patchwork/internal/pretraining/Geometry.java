// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import org.patchwork.learn.linear.Vectors;

/**
 * How features of two views of some images lie on the sphere (Wang and Isola 2020), and whether
 * they have collapsed.
 */
final class Geometry {
  private static final double FACTOR = 2;

  private final float[][] raw;
  private final float[][] first;
  private final float[][] second;

  /** Measures features of two views, image by image. */
  Geometry(float[][] firstViews, float[][] secondViews) {
    this.raw = firstViews;
    this.first = units(firstViews);
    this.second = units(secondViews);
  }

  static float[][] units(float[][] vectors) {
    float[][] units = new float[vectors.length][];
    for (int i = 0; i < vectors.length; i++) {
      double norm = Math.sqrt(Math.max(1e-12, Vectors.dot(vectors[i], vectors[i])));
      units[i] = new float[vectors[i].length];
      for (int j = 0; j < units[i].length; j++) {
        units[i][j] = (float) (vectors[i][j] / norm);
      }
    }
    return units;
  }

  private static double squaredDistance(float[] a, float[] b) {
    return Math.max(0, Vectors.dot(a, a) + Vectors.dot(b, b) - 2 * Vectors.dot(a, b));
  }

  /** Mean squared distance of the two views. */
  double alignment() {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += squaredDistance(first[i], second[i]);
    }
    return sum / first.length;
  }

  /** Squared distances of different images, as in the paper. */
  double uniformity() {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.exp(-FACTOR * squaredDistance(first[i], first[j]));
      }
    }
    return Math.log(sum / Math.max(1, first.length * (first.length - 1) / 2.0));
  }

  /** Distances as they are, each image with itself among them. */
  double uniformityUnsquared() {
    double sum = 0;
    for (float[] a : first) {
      for (float[] b : first) {
        sum += Math.exp(-FACTOR * Math.sqrt(squaredDistance(a, b)));
      }
    }
    return Math.log(sum / ((double) first.length * first.length));
  }

  /** √d · mean standard deviation of unit vectors. */
  double spread() {
    int width = first[0].length;
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += Math.sqrt(covariance(first, j, j));
    }
    return Math.sqrt(width) * sum / width;
  }

  /** (trace C)² / |C|² of the covariance of the features as they are; 0 if nothing varies. */
  double rank() {
    int width = raw[0].length;
    double[][] centred = centred(raw);
    double trace = 0;
    double squares = 0;
    // |C| is also that of the Gram matrix, which is smaller when there are fewer images
    for (int i = 0; i < centred.length; i++) {
      for (int k = 0; k <= i; k++) {
        double dot = 0;
        for (int j = 0; j < width; j++) {
          dot += centred[i][j] * centred[k][j];
        }
        trace += i == k ? dot : 0;
        squares += (i == k ? 1 : 2) * dot * dot;
      }
    }
    return squares > 1e-24 ? trace * trace / squares : 0;
  }

  private static double[][] centred(float[][] vectors) {
    double[][] centred = new double[vectors.length][vectors[0].length];
    for (int j = 0; j < vectors[0].length; j++) {
      double mean = mean(vectors, j);
      for (int i = 0; i < vectors.length; i++) {
        centred[i][j] = vectors[i][j] - mean;
      }
    }
    return centred;
  }

  private static double mean(float[][] vectors, int column) {
    double sum = 0;
    for (float[] vector : vectors) {
      sum += vector[column];
    }
    return sum / vectors.length;
  }

  private static double covariance(float[][] vectors, int a, int b) {
    double meanA = mean(vectors, a);
    double meanB = mean(vectors, b);
    double sum = 0;
    for (float[] vector : vectors) {
      sum += (vector[a] - meanA) * (vector[b] - meanB);
    }
    return sum / vectors.length;
  }
}
