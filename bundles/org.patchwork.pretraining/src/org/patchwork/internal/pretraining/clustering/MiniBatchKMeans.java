// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.clustering;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Mini-batch k-means (Sculley 2010) from k-means++ starts (Arthur and Vassilvitskii 2007), the best
 * of some tries. A try ends after so many passes over the points, or earlier when the smoothed
 * inertia of the batches has not fallen for some time. A cluster that ends up empty begins again
 * beside that of a random point.
 *
 * @param count number of clusters
 * @param batchSize points of a step
 * @param passes how often a try goes over all points, at most
 */
public record MiniBatchKMeans(int count, int batchSize, int passes) {
  private static final int TRIES = 3;
  private static final int PATIENCE = 100;
  private static final int REVIVALS = 5;
  private static final double REVIVAL_NOISE = 0.1;
  private static final int STARTS_FOR_EACH = 3;

  /**
   * Clusters points; there must be as many as clusters.
   *
   * @throws OperationCanceledException if the monitor was cancelled
   */
  public Clusters cluster(float[][] points, RandomGenerator random, IProgressMonitor monitor) {
    Clusters best = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Clusters found = Clusters.around(descend(points, random, monitor), points, monitor);
      if (best == null || found.inertia() < best.inertia()) {
        best = found;
      }
    }
    return revived(best, points, random, monitor);
  }

  private float[][] descend(float[][] points, RandomGenerator random, IProgressMonitor monitor) {
    float[][] centres = start(points, random, monitor);
    long[] seen = new long[count];
    int size = Math.min(batchSize, points.length);
    long steps = (long) passes * Math.ceilDiv(points.length, size);
    double weight = Math.min(1, 2.0 * size / (points.length + 1));
    double smoothed = Double.NaN;
    double lowest = Double.POSITIVE_INFINITY;
    int waited = 0;
    for (long step = 0; step < steps && waited < PATIENCE; step++) {
      goOn(monitor);
      double inertia = move(centres, seen, points, size, random);
      smoothed = step == 0 ? inertia : smoothed + weight * (inertia - smoothed);
      waited = smoothed < lowest ? 0 : waited + 1;
      lowest = Math.min(lowest, smoothed);
    }
    return centres;
  }

  /** Each centre becomes the mean of all points that it was ever given. */
  private static double move(
      float[][] centres, long[] seen, float[][] points, int size, RandomGenerator random) {
    double[] half = Clusters.halfNorms(centres);
    float[][] batch = new float[size][];
    int[] nearest = new int[size];
    double inertia = 0;
    for (int i = 0; i < size; i++) {
      batch[i] = points[random.nextInt(points.length)];
      nearest[i] = Clusters.nearest(centres, half, batch[i]);
      inertia += Clusters.squaredDistance(centres[nearest[i]], batch[i]);
    }
    for (int i = 0; i < size; i++) {
      float[] centre = centres[nearest[i]];
      float rate = 1f / ++seen[nearest[i]];
      for (int j = 0; j < centre.length; j++) {
        centre[j] += rate * (batch[i][j] - centre[j]);
      }
    }
    return inertia / size;
  }

  private float[][] start(float[][] points, RandomGenerator random, IProgressMonitor monitor) {
    int size = Math.min(points.length, STARTS_FOR_EACH * Math.max(count, batchSize));
    float[][] sample =
        size == points.length
            ? points
            : random.ints(size, 0, points.length).mapToObj(i -> points[i]).toArray(float[][]::new);
    double[] nearest = new double[size];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    float[][] centres = new float[count][];
    for (int c = 0; c < count; c++) {
      goOn(monitor);
      int next = c == 0 ? random.nextInt(size) : draw(nearest, random);
      centres[c] = sample[next].clone();
      for (int i = 0; i < size; i++) {
        nearest[i] = Math.min(nearest[i], Clusters.squaredDistance(sample[i], centres[c]));
      }
    }
    return centres;
  }

  private static void goOn(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }

  /** An index with a chance in proportion to its weight; uniform if all are 0. */
  private static int draw(double[] weights, RandomGenerator random) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return random.nextInt(weights.length);
  }

  private Clusters revived(
      Clusters found, float[][] points, RandomGenerator random, IProgressMonitor monitor) {
    Clusters clusters = found;
    for (int round = 0; round < REVIVALS; round++) {
      int[] sizes = clusters.sizes();
      if (Arrays.stream(sizes).allMatch(size -> size > 0)) {
        return clusters;
      }
      float[][] centres = clusters.centres().clone();
      for (int c = 0; c < count; c++) {
        if (sizes[c] == 0) {
          float[] other = centres[clusters.of()[random.nextInt(points.length)]].clone();
          for (int j = 0; j < other.length; j++) {
            other[j] += (float) (REVIVAL_NOISE * random.nextGaussian());
          }
          centres[c] = other;
        }
      }
      clusters = Clusters.around(centres, points, monitor);
    }
    return clusters;
  }
}
