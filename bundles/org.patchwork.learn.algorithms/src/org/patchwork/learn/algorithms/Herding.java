// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Greedy choice for the generalised coverage Σ_x w(x) max_s k(x, s), with s over labelled and
 * chosen images and k(x, s) = exp(−|x − s|² / σ²) (Bae, Noh and Sutherland 2024): each image is the
 * one that raises it most. The score is by how much, as a share of Σ w.
 */
final class Herding {
  private final FeaturePool pool;
  private final FeaturePool labeled;

  /** Takes directions of candidates and labelled images. */
  Herding(FeaturePool pool, SampleRequest request, SubMonitor monitor) {
    this.pool = pool;
    this.labeled = FeaturePool.labeled(request, Coverage.MOST_LABELED, monitor);
    pool.makeDirections(request.features());
    labeled.makeDirections(request.features());
  }

  /** Number of labelled images that count. */
  int labeled() {
    return labeled.size();
  }

  /**
   * The distance between the two labelled images nearest to each other, leaving out copies;
   * infinite with less than two.
   */
  float closestLabels(SubMonitor monitor) {
    int[] each = IntStream.range(0, labeled.size()).toArray(); // everyone a group of its own
    float[] nearest = Pairs.nearestOfOtherGroup(labeled.points(), each, monitor);
    float closest = Float.POSITIVE_INFINITY;
    for (float squared : nearest) {
      closest = squared > 1e-6f ? Math.min(closest, squared) : closest;
    }
    return (float) Math.sqrt(closest);
  }

  /**
   * Chooses.
   *
   * @param weights one per candidate, not negative
   */
  Selection choose(
      float[] weights, float sigma, SampleRequest request, PickReasons why, SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    float[][] kernel = Pairs.kernel(pool.points(), sigma, progress.split(1));
    float[] covered = covered(sigma);
    int wanted = Math.min(request.count(), pool.size());
    double total = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    int[] places = new int[wanted];
    float[] scores = new float[wanted];
    boolean[] taken = new boolean[pool.size()];
    progress.setWorkRemaining(wanted);
    for (int found = 0; found < wanted; found++) {
      progress.split(1);
      float[] gains = gains(kernel, weights, covered, taken);
      int best = largest(gains);
      places[found] = best;
      scores[found] = (float) (gains[best] / Math.max(total, 1e-12));
      taken[best] = true;
      raise(covered, kernel[best]);
    }
    PickReasons ofPicks =
        new PickReasons(
            why.phrases(),
            Arrays.stream(places).map(place -> why.phrase()[place]).toArray(),
            Arrays.stream(places).map(why::classIndex).toArray());
    return new Selection(pool.rowsOf(places), scores, ofPicks, "");
  }

  private float[] covered(float sigma) {
    float[] nearest = Coverage.distances(pool.points(), labeled.points());
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = (float) Math.exp(-nearest[i] / ((double) sigma * sigma));
    }
    return nearest;
  }

  private static float[] gains(
      float[][] kernel, float[] weights, float[] covered, boolean[] taken) {
    float[] gains = new float[kernel.length];
    IntStream.range(0, kernel.length)
        .parallel()
        .forEach(i -> gains[i] = taken[i] ? -1 : gain(kernel[i], weights, covered));
    return gains;
  }

  private static float gain(float[] row, float[] weights, float[] covered) {
    double gain = 0;
    for (int i = 0; i < row.length; i++) {
      gain += weights[i] * Math.max(0, row[i] - covered[i]);
    }
    return (float) gain;
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static void raise(float[] covered, float[] row) {
    for (int i = 0; i < covered.length; i++) {
      covered[i] = Math.max(covered[i], row[i]);
    }
  }
}
