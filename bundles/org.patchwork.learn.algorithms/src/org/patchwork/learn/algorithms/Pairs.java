// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.learn.RowBlocks;

/** All pairs of a few thousand points, block by block on all cores: O(n² d). */
final class Pairs {
  private static final int BLOCK = 64;

  private Pairs() {}

  /** What to do with the squared distances of one point to all. */
  @FunctionalInterface
  interface Row {
    /** Takes them; the array is used again for the next point. */
    void take(int point, float[] squaredDistances);
  }

  /** Works through all points, several at a time. */
  static void forEach(Points points, IProgressMonitor monitor, Row row) {
    NearestCentre all = new NearestCentre(points);
    RowBlocks.forEach(
        points.count(),
        BLOCK,
        monitor,
        (from, to) -> {
          float[] distances = new float[points.count()];
          float[] ofNext = new float[points.count()];
          for (int point = from; point < to; point += 2) {
            int next = Math.min(point + 1, to - 1);
            all.distances(points, point, next, distances, ofNext);
            distances[point] = 0; // whatever rounding says
            row.take(point, distances);
            if (next > point) {
              ofNext[next] = 0;
              row.take(next, ofNext);
            }
          }
        });
  }

  /** For each point those whose squared distance is less than this; each is within itself. */
  static BitSet[] within(Points points, float squaredRadius, IProgressMonitor monitor) {
    BitSet[] near = new BitSet[points.count()];
    forEach(
        points,
        monitor,
        (point, distances) -> {
          BitSet set = new BitSet(distances.length);
          for (int i = 0; i < distances.length; i++) {
            if (distances[i] < squaredRadius || i == point) {
              set.set(i);
            }
          }
          near[point] = set;
        });
    return near;
  }

  /** Squared distance of each point to the nearest one of another group; infinite without one. */
  static float[] nearestOfOtherGroup(Points points, int[] group, IProgressMonitor monitor) {
    float[] nearest = NearestCentre.unreached(points.count());
    forEach(
        points,
        monitor,
        (point, distances) -> {
          float best = Float.POSITIVE_INFINITY;
          for (int i = 0; i < distances.length; i++) {
            best = group[i] != group[point] ? Math.min(best, distances[i]) : best;
          }
          nearest[point] = best;
        });
    return nearest;
  }

  /** exp(−d² / σ²) of each point with each, row by row: n² floats. */
  static float[][] kernel(Points points, float sigma, IProgressMonitor monitor) {
    float[][] kernel = new float[points.count()][];
    double scale = -1 / ((double) sigma * sigma);
    forEach(
        points,
        monitor,
        (point, distances) -> {
          float[] row = Arrays.copyOf(distances, distances.length);
          for (int i = 0; i < row.length; i++) {
            row[i] = (float) Math.exp(scale * row[i]);
          }
          kernel[point] = row;
        });
    return kernel;
  }
}
