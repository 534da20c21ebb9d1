// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.random.RandomGenerator;

/**
 * The directions in which points vary most, by orthogonal iteration (Golub and Van Loan, "Matrix
 * computations", section 8.2): no matrix of the square of the width is ever made.
 */
public final class PrincipalDirections {
  private static final int ITERATIONS = 10;

  private final float[] mean;
  private final float[][] directions;

  private PrincipalDirections(float[] mean, float[][] directions) {
    this.mean = mean;
    this.directions = directions;
  }

  /**
   * Finds directions.
   *
   * @param points one behind the other, {@code count × width}
   * @param dimensions number of directions, at most {@code width}
   * @param centred true for directions of largest variance; false for those of largest second
   *     moment, which keep inner products
   */
  public static PrincipalDirections of(
      float[] points,
      int count,
      int width,
      int dimensions,
      boolean centred,
      RandomGenerator random) {
    float[] mean = centred ? mean(points, count, width) : new float[width];
    float[][] directions = new float[dimensions][width];
    for (float[] direction : directions) {
      for (int j = 0; j < width; j++) {
        direction[j] = (float) random.nextGaussian();
      }
    }
    orthonormalize(directions, random);
    float[] point = new float[width];
    for (int i = 0; i < ITERATIONS; i++) {
      float[][] moved = new float[dimensions][width];
      for (int p = 0; p < count; p++) {
        for (int j = 0; j < width; j++) {
          point[j] = points[p * width + j] - mean[j];
        }
        for (int d = 0; d < dimensions; d++) {
          add(moved[d], point, dot(directions[d], point, 0));
        }
      }
      directions = moved;
      orthonormalize(directions, random);
    }
    return new PrincipalDirections(mean, directions);
  }

  /** Writes the coordinates of a point along the directions, the most important first. */
  public void project(float[] point, float[] target, int offset) {
    for (int d = 0; d < directions.length; d++) {
      target[offset + d] = dot(directions[d], point, 0) - dot(directions[d], mean, 0);
    }
  }

  /** Number of directions. */
  public int dimensions() {
    return directions.length;
  }

  private static float[] mean(float[] points, int count, int width) {
    double[] sums = new double[width];
    for (int p = 0; p < count; p++) {
      for (int j = 0; j < width; j++) {
        sums[j] += points[p * width + j];
      }
    }
    float[] mean = new float[width];
    for (int j = 0; j < width && count > 0; j++) {
      mean[j] = (float) (sums[j] / count);
    }
    return mean;
  }

  /** Gram and Schmidt, twice; a direction that vanishes is drawn anew. */
  private static void orthonormalize(float[][] directions, RandomGenerator random) {
    for (int d = 0; d < directions.length; d++) {
      double before = Math.sqrt(dot(directions[d], directions[d], 0));
      subtractEarlier(directions, d);
      double left = Math.sqrt(dot(directions[d], directions[d], 0));
      if (left <= 1e-6 * before || left == 0) {
        for (int j = 0; j < directions[d].length; j++) {
          directions[d][j] = (float) random.nextGaussian();
        }
      }
      subtractEarlier(directions, d);
      float factor = (float) (1 / Math.sqrt(dot(directions[d], directions[d], 0)));
      for (int j = 0; j < directions[d].length; j++) {
        directions[d][j] *= factor;
      }
    }
  }

  private static void subtractEarlier(float[][] directions, int d) {
    for (int e = 0; e < d; e++) {
      add(directions[d], directions[e], -dot(directions[d], directions[e], 0));
    }
  }

  private static void add(float[] target, float[] vector, float factor) {
    for (int j = 0; j < target.length; j++) {
      target[j] = Math.fma(factor, vector[j], target[j]);
    }
  }

  /** Inner product of {@code a} with what begins at an offset of {@code b}; four sums at once. */
  static float dot(float[] a, float[] b, int offset) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int j = 0;
    for (; j + 4 <= a.length; j += 4) {
      s0 = Math.fma(a[j], b[offset + j], s0);
      s1 = Math.fma(a[j + 1], b[offset + j + 1], s1);
      s2 = Math.fma(a[j + 2], b[offset + j + 2], s2);
      s3 = Math.fma(a[j + 3], b[offset + j + 3], s3);
    }
    for (; j < a.length; j++) {
      s0 = Math.fma(a[j], b[offset + j], s0);
    }
    return s0 + s1 + (s2 + s3);
  }
}
