// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;

/**
 * How many of the true neighbours a search found, measured on some images by comparing them with
 * all others in all dimensions.
 */
final class Recall {
  private static final int MOST_IMAGES = 200;
  private static final int AT_ONCE = 4096;

  private final int[] points;
  private final double share;

  private Recall(int[] points, double share) {
    this.points = points;
    this.share = share;
  }

  /** Number of images looked at. */
  int images() {
    return points.length;
  }

  /** Share of their true neighbours that were found, in [0, 1]. */
  double share() {
    return share;
  }

  /**
   * Measures on images spread evenly over all.
   *
   * @param rows the row of each point
   */
  static Recall measure(
      FeatureMatrix features, int[] rows, NearestLists found, IProgressMonitor monitor) {
    int images = Math.min(MOST_IMAGES, rows.length);
    int[] points =
        IntStream.range(0, images).map(i -> (int) ((long) i * rows.length / images)).toArray();
    NearestLists truth = truth(features, rows, points, found.width(), monitor);
    long hits = 0;
    long wanted = 0;
    for (int i = 0; i < points.length; i++) {
      Set<Integer> ours = new HashSet<>();
      for (int place = 0; place < found.width(); place++) {
        ours.add(found.index(points[i], place));
      }
      for (int place = 0; place < truth.width(); place++) {
        int other = truth.index(i, place);
        wanted += other == NearestLists.NONE ? 0 : 1;
        hits += other != NearestLists.NONE && ours.contains(other) ? 1 : 0;
      }
    }
    return new Recall(points, wanted == 0 ? 1 : (double) hits / wanted);
  }

  private static NearestLists truth(
      FeatureMatrix features, int[] rows, int[] points, int count, IProgressMonitor monitor) {
    PooledRows pooled = new PooledRows(features);
    int width = pooled.width();
    float[][] queries = new float[points.length][width];
    for (int i = 0; i < points.length; i++) {
      pooled.read(rows[points[i]], queries[i], 0);
      PooledRows.normalize(queries[i], 0, width);
    }
    SubMonitor progress =
        SubMonitor.convert(monitor, "Measuring the recall", rows.length / AT_ONCE + 1);
    NearestLists truth = new NearestLists(points.length, count);
    float[] vector = new float[width];
    for (int point = 0; point < rows.length; point++) {
      if (point % AT_ONCE == 0) {
        if (progress.isCanceled()) {
          throw new OperationCanceledException();
        }
        progress.worked(1);
      }
      pooled.read(rows[point], vector, 0);
      PooledRows.normalize(vector, 0, width);
      for (int i = 0; i < points.length; i++) {
        if (points[i] != point) {
          truth.offer(i, point, PrincipalDirections.dot(queries[i], vector, 0));
        }
      }
    }
    return truth;
  }
}
