// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

/**
 * The features of all images that have some, as vectors of length 1 in memory, so that inner
 * products are cosines. Where they would not fit, only their directions of largest second moment.
 *
 * @param values {@code count × width}
 * @param rows the row of each vector, ascending
 * @param width number of dimensions
 */
record UnitVectors(float[] values, int[] rows, int width) {
  private static final int FEWEST_DIMENSIONS = 16;
  private static final int SAMPLE = 4096;
  private static final int AT_ONCE = 4096;

  /** Number of vectors. */
  int count() {
    return rows.length;
  }

  /** As many values as may be held: a quarter of the memory there may be. */
  static long memoryLimit() {
    return Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4 / Float.BYTES);
  }

  /**
   * Reads the vectors.
   *
   * @param mostValues at most so many numbers are held
   * @throws TrainingException if not even a few dimensions would fit; says how much memory it takes
   */
  static UnitVectors of(FeatureMatrix features, long mostValues, IProgressMonitor monitor)
      throws TrainingException {
    PooledRows pooled = new PooledRows(features);
    int total = features.rows();
    int width = (int) Math.min(pooled.width(), mostValues / Math.max(1, total));
    if (width < Math.min(FEWEST_DIMENSIONS, pooled.width())) {
      throw new TrainingException(
          String.format(
              "There is not enough memory to compare %,d images; give Patchwork about %,d MB"
                  + " (-Xmx in patchwork.ini).",
              total, 4L * 4 * FEWEST_DIMENSIONS * total >> 20));
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Reading features", total / AT_ONCE + 1);
    PrincipalDirections directions = width < pooled.width() ? directions(features, width) : null;
    float[] values = new float[total * width];
    int[] rows = new int[total];
    float[] vector = new float[pooled.width()];
    int count = 0;
    for (int row = 0; row < total; row++) {
      if (row % AT_ONCE == 0) {
        progress.split(1);
      }
      if (pooled.read(row, vector, 0)) {
        PooledRows.normalize(vector, 0, vector.length);
        if (directions == null) {
          System.arraycopy(vector, 0, values, count * width, width);
        } else {
          directions.project(vector, values, count * width);
          PooledRows.normalize(values, count * width, width);
        }
        rows[count++] = row;
      }
    }
    return new UnitVectors(values, Arrays.copyOf(rows, count), width);
  }

  private static PrincipalDirections directions(FeatureMatrix features, int dimensions) {
    PooledRows pooled = new PooledRows(features);
    int width = pooled.width();
    int wanted = Math.min(SAMPLE, features.rows());
    float[] sample = new float[wanted * width];
    int count = 0;
    for (int i = 0; i < wanted; i++) {
      int row = (int) ((long) i * features.rows() / wanted);
      if (pooled.read(row, sample, count * width)) {
        PooledRows.normalize(sample, count * width, width);
        count++;
      }
    }
    return PrincipalDirections.of(
        sample, count, width, dimensions, false, new RandomStreams(0).stream("directions"));
  }
}
