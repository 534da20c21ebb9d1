// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/** Small tables for tests: one line of labels and one of probabilities for each class. */
final class Cells {
  private Cells() {}

  /** Labels by class and row, −1 for unknown; classes are called c0, c1, … */
  static LabelTable labels(int[]... columns) {
    int rows = columns[0].length;
    LabelTable table =
        LabelTable.empty()
            .withClasses(IntStream.range(0, columns.length).mapToObj(c -> "c" + c).toList())
            .withRows(
                IntStream.range(0, rows).mapToObj(row -> row + ".png").toList(),
                Collections.nCopies(rows, null));
    int[] all = IntStream.range(0, rows).toArray();
    for (int c = 0; c < columns.length; c++) {
      byte[] values = new byte[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = (byte) columns[c][row];
      }
      table = table.withLabels(c, all, values);
    }
    return table;
  }

  /** Probabilities by class and row. */
  static PredictionTable predictions(boolean exclusive, double[]... columns) {
    float[][] floats = new float[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      floats[c] = new float[columns[c].length];
      for (int row = 0; row < columns[c].length; row++) {
        floats[c][row] = (float) columns[c][row];
      }
    }
    List<String> ids = IntStream.range(0, columns.length).mapToObj(c -> "c" + c).toList();
    return new PredictionTable(ids, floats, "test", exclusive);
  }

  static int[] rows(LabelTable table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  /** The cells of one class. */
  static ScoredCells of(int[] labels, double[] probabilities) {
    LabelTable table = labels(labels);
    return ScoredCells.of(table, predictions(false, probabilities), "c0", rows(table));
  }
}
