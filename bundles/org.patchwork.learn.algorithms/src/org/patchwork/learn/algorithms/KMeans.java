// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Lloyd's k-means with greedy k-means++ starts (Arthur and Vassilvitskii 2007, section 7),
 * optionally beside places that are taken already: a point nearer to a taken place than to any
 * centre belongs to no cluster and pulls no centre.
 */
final class KMeans {
  private final Points points;
  private final float[] taken;
  private final RandomGenerator random;
  private final PointSpace space;

  /**
   * Prepares a clustering.
   *
   * @param taken squared distance of each point to the nearest taken place, infinite if there is
   *     none; not changed
   */
  KMeans(Points points, float[] taken, RandomGenerator random) {
    this.points = points;
    this.taken = taken;
    this.random = random;
    this.space = new PointSpace(points);
  }

  /** A clustering without taken places. */
  KMeans(Points points, RandomGenerator random) {
    this(points, NearestCentre.unreached(points.count()), random);
  }

  /**
   * A finished clustering.
   *
   * @param centres the centres
   * @param cluster cluster of each point, −1 for points that belong to a taken place
   * @param squaredDistances squared distance of each point to the centre of its cluster
   */
  record Clusters(Points centres, int[] cluster, float[] squaredDistances) {
    /** For each centre the point of its cluster nearest to it, −1 for an empty cluster. */
    int[] nearestPoints() {
      int[] nearest = new int[centres.count()];
      Arrays.fill(nearest, -1);
      for (int point = 0; point < cluster.length; point++) {
        int c = cluster[point];
        if (c >= 0 && (nearest[c] < 0 || squaredDistances[point] < squaredDistances[nearest[c]])) {
          nearest[c] = point;
        }
      }
      return nearest;
    }

    /** Number of points in each cluster. */
    int[] sizes() {
      int[] sizes = new int[centres.count()];
      for (int c : cluster) {
        if (c >= 0) {
          sizes[c]++;
        }
      }
      return sizes;
    }
  }

  /**
   * Clusters the points.
   *
   * @param count number of clusters; fewer come out if there are fewer distinct points
   * @param iterations at most this many; stops when no point changes its cluster
   */
  Clusters run(int count, int iterations, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, iterations + 2);
    Points centres = start(count, progress.split(1));
    int[] cluster = new int[points.count()];
    Arrays.fill(cluster, -2);
    float[] distances = new float[points.count()];
    boolean moved = assign(centres, cluster, distances);
    for (int i = 0; i < iterations && moved; i++) {
      progress.split(1);
      centres = means(centres, cluster);
      moved = assign(centres, cluster, distances);
    }
    return new Clusters(centres, cluster, distances);
  }

  /**
   * Each start is the best of a few points drawn with a chance in proportion to their squared
   * distance from all before it.
   */
  private Points start(int count, SubMonitor progress) {
    int trials = 2 + (int) Math.log(count + 1.0);
    float[] nearest = taken.clone();
    float[] centres = new float[count * points.width()];
    int found = 0;
    while (found < count) {
      if (found % 16 == 0) {
        progress.split(0);
      }
      float[] best = null;
      for (int trial = 0; trial < trials; trial++) {
        int next = draw(nearest, random);
        if (next < 0) {
          return new Points(Arrays.copyOf(centres, found * points.width()), found, points.width());
        }
        float[] distances = nearer(nearest, next);
        if (best == null || sum(distances) < sum(best)) {
          best = distances;
          System.arraycopy(
              points.values(),
              next * points.width(),
              centres,
              found * points.width(),
              points.width());
        }
      }
      nearest = best;
      found++;
    }
    return new Points(centres, found, points.width());
  }

  /** The distances when a point is made a centre. */
  private float[] nearer(float[] nearest, int centre) {
    float[] distances = nearest.clone();
    space.approach(centre, distances);
    return distances;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * An index with a chance in proportion to its weight; uniform if the weights are infinite, −1 if
   * all are 0.
   */
  static int draw(float[] weights, RandomGenerator random) {
    double total = sum(weights);
    if (total == Double.POSITIVE_INFINITY) {
      return random.nextInt(weights.length);
    }
    double left = random.nextDouble() * total;
    int last = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private boolean assign(Points centres, int[] cluster, float[] distances) {
    if (centres.count() == 0) {
      Arrays.fill(cluster, -1);
      return false;
    }
    int[] before = cluster.clone();
    new NearestCentre(centres).find(points, cluster, distances);
    for (int point = 0; point < cluster.length; point++) {
      if (taken[point] < distances[point]) {
        cluster[point] = -1;
      }
    }
    return !Arrays.equals(before, cluster);
  }

  /** The mean of each cluster; an empty cluster keeps its centre. */
  private Points means(Points centres, int[] cluster) {
    int width = points.width();
    double[] sums = new double[centres.count() * width];
    int[] sizes = new int[centres.count()];
    for (int point = 0; point < cluster.length; point++) {
      int c = cluster[point];
      if (c >= 0) {
        sizes[c]++;
        for (int j = 0; j < width; j++) {
          sums[c * width + j] += points.values()[point * width + j];
        }
      }
    }
    float[] means = centres.values().clone();
    for (int i = 0; i < means.length; i++) {
      int size = sizes[i / width];
      means[i] = size == 0 ? means[i] : (float) (sums[i] / size);
    }
    return new Points(means, centres.count(), width);
  }
}
