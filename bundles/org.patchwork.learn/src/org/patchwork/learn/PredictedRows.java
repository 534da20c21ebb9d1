// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PredictionTable;

/** Picks out the rows that have predictions: images added or classes made lately have none. */
public final class PredictedRows {
  private PredictedRows() {}

  /**
   * Those of the rows, ascending, that have a prediction for each of the classes.
   *
   * @param classes indices of the prediction table; none of them gives no rows
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static int[] of(
      PredictionTable predictions, int[] classes, int[] rows, IProgressMonitor monitor) {
    if (classes.length == 0) {
      return new int[0];
    } else if (predictions.complete()
        && (rows.length == 0 || rows[rows.length - 1] < predictions.rows())) {
      return rows;
    }
    float[] sums = new float[rows.length]; // NaN if one of the summands is
    RowBlocks.forEach(
        rows.length,
        monitor,
        (from, to) -> {
          float[] p = new float[to - from];
          for (int c : classes) {
            predictions.gather(c, rows, from, to, p);
            for (int i = 0; i < p.length; i++) {
              sums[from + i] += p[i];
            }
          }
        });
    int[] predicted = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      predicted[count] = rows[i];
      count += Float.isNaN(sums[i]) ? 0 : 1;
    }
    return count == rows.length ? rows : Arrays.copyOf(predicted, count);
  }
}
