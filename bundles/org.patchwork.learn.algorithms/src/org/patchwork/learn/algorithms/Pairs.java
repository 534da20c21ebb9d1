// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.learn.RowBlocks;

/** All pairs of a few thousand points, block by block on all cores: O(n² d). */
final class Pairs {
  private static final int BLOCK = 64;
  private static final int SLICE = 256;

  private Pairs() {}

  /** What to do with the squared distances of one point to all. */
  @FunctionalInterface
  interface Row {
    /** Takes them; may keep the array. */
    void take(int point, float[] squaredDistances);
  }

  /** Works through all points, several at a time. */
  static void forEach(Points points, IProgressMonitor monitor, Row row) {
    NearestCentre[] slices = slices(points);
    RowBlocks.forEach(
        points.count(),
        BLOCK,
        monitor,
        (from, to) -> {
          float[][] distances = new float[to - from][points.count()];
          for (int slice = 0; slice < slices.length; slice++) {
            fill(points, from, to, slices[slice], slice * SLICE, distances);
          }
          for (int point = from; point < to; point++) {
            distances[point - from][point] = 0; // whatever rounding says
            row.take(point, distances[point - from]);
          }
        });
  }

  /** Slices of the points that stay in the cache of a core while a block of points meets them. */
  private static NearestCentre[] slices(Points points) {
    int width = points.width();
    NearestCentre[] slices = new NearestCentre[(points.count() + SLICE - 1) / SLICE];
    for (int i = 0; i < slices.length; i++) {
      int count = Math.min(SLICE, points.count() - i * SLICE);
      int start = i * SLICE * width;
      float[] values = Arrays.copyOfRange(points.values(), start, start + count * width);
      slices[i] = new NearestCentre(new Points(values, count, width));
    }
    return slices;
  }

  private static void fill(
      Points points, int from, int to, NearestCentre slice, int offset, float[][] distances) {
    float[] of = new float[slice.count()];
    float[] ofNext = new float[slice.count()];
    for (int point = from; point < to; point += 2) {
      int next = Math.min(point + 1, to - 1);
      slice.distances(points, point, next, of, ofNext);
      System.arraycopy(of, 0, distances[point - from], offset, of.length);
      System.arraycopy(ofNext, 0, distances[next - from], offset, ofNext.length);
    }
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
          for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) Math.exp(scale * distances[i]);
          }
          kernel[point] = distances;
        });
    return kernel;
  }
}
