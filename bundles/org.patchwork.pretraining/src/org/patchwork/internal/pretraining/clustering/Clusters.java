// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.clustering;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.learn.linear.Vectors;

/**
 * Points around centres.
 *
 * @param centres one row for each cluster
 * @param of the nearest centre of each point; ties go to the first
 * @param inertia sum of the squared distances to them
 */
public record Clusters(float[][] centres, int[] of, double inertia) {

  /** Points between two looks at the monitor. */
  private static final int LOOK = 256;

  /**
   * Gives each point to its nearest centre.
   *
   * @throws OperationCanceledException if the monitor was cancelled
   */
  static Clusters around(float[][] centres, float[][] points, IProgressMonitor monitor) {
    double[] half = halfNorms(centres);
    int[] of = new int[points.length];
    double[] distances = new double[points.length];
    IntStream.range(0, points.length)
        .parallel()
        .forEach(
            i -> {
              if (i % LOOK == 0 && monitor.isCanceled()) {
                throw new OperationCanceledException();
              }
              of[i] = nearest(centres, half, points[i]);
              distances[i] = squaredDistance(centres[of[i]], points[i]);
            });
    double inertia = 0;
    for (double distance : distances) {
      inertia += distance;
    }
    return new Clusters(centres, of, inertia);
  }

  /** Number of points of each cluster. */
  public int[] sizes() {
    int[] sizes = new int[centres.length];
    for (int cluster : of) {
      sizes[cluster]++;
    }
    return sizes;
  }

  static double[] halfNorms(float[][] centres) {
    double[] half = new double[centres.length];
    for (int c = 0; c < half.length; c++) {
      half[c] = Vectors.quickDot(centres[c], centres[c]) / 2;
    }
    return half;
  }

  static int nearest(float[][] centres, double[] halfNorms, float[] point) {
    int best = 0;
    double closest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double closeness = Vectors.quickDot(centres[c], point) - halfNorms[c];
      if (closeness > closest) {
        closest = closeness;
        best = c;
      }
    }
    return best;
  }

  static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }
}
