// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.RowFilter.Condition;

/**
 * One pass over the columns a filter looks at, a chunk of rows at a time: each condition clears the
 * marks of the rows it refuses. Plain loops over byte arrays, so that the compiler can do many rows
 * at once.
 */
final class RowScan {
  private static final byte KEPT = 1;

  /** Clears the marks of refused rows in one chunk. */
  private interface Step {
    void refuse(byte[] marks, int chunk, int length);
  }

  private final LabelTable table;
  private final List<Step> steps = new ArrayList<>();

  RowScan(RowFilter filter, LabelTable table, PredictionTable predictions) {
    this.table = table;
    addExclude(filter.exclude());
    for (Condition condition : filter.conditions()) {
      steps.add(step(condition, predictions));
    }
    if (filter.status() != RowFilter.LabelStatus.ANY) {
      steps.add(new StatusStep(table, filter.status()));
    }
  }

  /** The rows that pass, ascending. */
  int[] rows() {
    int[] found = new int[Math.min(table.rows(), ByteColumn.CHUNK)];
    int count = 0;
    byte[] marks = new byte[ByteColumn.CHUNK];
    for (int first = 0; first < table.rows(); first += ByteColumn.CHUNK) {
      int length = mark(marks, first);
      if (found.length < count + length) {
        found = Arrays.copyOf(found, Math.max(count + length, found.length * 2));
      }
      for (int i = 0; i < length; i++) {
        found[count] = first + i; // overwritten if the row was refused
        count += marks[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** How many rows pass. */
  int count() {
    int count = 0;
    byte[] marks = new byte[ByteColumn.CHUNK];
    for (int first = 0; first < table.rows(); first += ByteColumn.CHUNK) {
      int length = mark(marks, first);
      for (int i = 0; i < length; i++) {
        count += marks[i];
      }
    }
    return count;
  }

  private int mark(byte[] marks, int first) {
    int length = Math.min(ByteColumn.CHUNK, table.rows() - first);
    Arrays.fill(marks, KEPT);
    for (Step step : steps) {
      step.refuse(marks, first / ByteColumn.CHUNK, length);
    }
    return length;
  }

  private void addExclude(RowFilter.ExcludeStatus exclude) {
    switch (exclude) {
      case ANY -> {}
      case TRAINING -> {
        steps.add(new ValueStep(table.excludedColumn(), (byte) 0));
        steps.add(new ValueStep(table.validationColumn(), (byte) 0));
      }
      case NOT_EXCLUDED -> steps.add(new ValueStep(table.excludedColumn(), (byte) 0));
      case EXCLUDED -> steps.add(new ValueStep(table.excludedColumn(), (byte) 1));
      case VALIDATION -> steps.add(new ValueStep(table.validationColumn(), (byte) 1));
    }
  }

  private Step step(Condition condition, PredictionTable predictions) {
    return switch (condition) {
      case Condition.All all -> (marks, chunk, length) -> {};
      case Condition.Label label -> {
        int index = table.classIndex(label.classId());
        yield index < 0
            ? RowScan::refuseAll
            : new ValueStep(table.labelColumn(index), label.value());
      }
      case Condition.Subset subset -> {
        int index = table.subsets().indexOf(subset.name());
        yield index < 0
            ? RowScan::refuseAll
            : (marks, chunk, length) -> refuseOtherSubsets(index, marks, chunk, length);
      }
      case Condition.Predicted predicted -> {
        int index = predictions == null ? -1 : predictions.classIndex(predicted.classId());
        yield index < 0
            ? RowScan::refuseAll
            : (marks, chunk, length) -> refuse(predicted, predictions, index, marks, chunk, length);
      }
      case Condition.Rows rows -> (marks, chunk, length) -> refuse(rows, marks, chunk, length);
    };
  }

  private static void refuseAll(byte[] marks, int chunk, int length) {
    Arrays.fill(marks, (byte) 0);
  }

  private void refuseOtherSubsets(int index, byte[] marks, int chunk, int length) {
    int first = chunk * ByteColumn.CHUNK;
    for (int i = 0; i < length; i++) {
      if (table.subsetIndex(first + i) != index) {
        marks[i] = 0;
      }
    }
  }

  private static void refuse(
      Condition.Predicted predicted,
      PredictionTable predictions,
      int index,
      byte[] marks,
      int chunk,
      int length) {
    int first = chunk * ByteColumn.CHUNK;
    for (int i = 0; i < length; i++) {
      if (!predicted.matches(predictions.probability(first + i, index))) {
        marks[i] = 0;
      }
    }
  }

  private static void refuse(Condition.Rows rows, byte[] marks, int chunk, int length) {
    int first = chunk * ByteColumn.CHUNK;
    for (int i = 0; i < length; i++) {
      if (!rows.contains(first + i)) {
        marks[i] = 0;
      }
    }
  }

  /** Keeps the rows whose value in a column is this one. */
  private record ValueStep(ByteColumn column, byte value) implements Step {
    @Override
    public void refuse(byte[] marks, int chunk, int length) {
      byte[] values = column.chunk(chunk);
      for (int i = 0; i < length; i++) {
        if (values[i] != value) {
          marks[i] = 0;
        }
      }
    }
  }

  /**
   * Keeps the rows with this status. With unknown as −1, all bits of the conjunction of a row's
   * labels are set if none is known, and the sign of their disjunction is clear if all are.
   */
  private static final class StatusStep implements Step {
    private final LabelTable table;
    private final RowFilter.LabelStatus status;
    private final byte[] conjunction = new byte[ByteColumn.CHUNK];
    private final byte[] disjunction = new byte[ByteColumn.CHUNK];

    StatusStep(LabelTable table, RowFilter.LabelStatus status) {
      this.table = table;
      this.status = status;
    }

    @Override
    public void refuse(byte[] marks, int chunk, int length) {
      Arrays.fill(conjunction, LabelTable.UNKNOWN);
      Arrays.fill(disjunction, table.classes() == 0 ? LabelTable.UNKNOWN : (byte) 0);
      for (int c = 0; c < table.classes(); c++) {
        fold(table.labelColumn(c).chunk(chunk));
      }
      for (int i = 0; i < length; i++) {
        if (status(i) != status) {
          marks[i] = 0;
        }
      }
    }

    private void fold(byte[] labels) {
      for (int i = 0; i < ByteColumn.CHUNK; i++) {
        conjunction[i] &= labels[i];
      }
      for (int i = 0; i < ByteColumn.CHUNK; i++) {
        disjunction[i] |= labels[i];
      }
    }

    private RowFilter.LabelStatus status(int i) {
      if (conjunction[i] == LabelTable.UNKNOWN) {
        return RowFilter.LabelStatus.UNLABELED;
      }
      return disjunction[i] < 0 ? RowFilter.LabelStatus.PARTIAL : RowFilter.LabelStatus.LABELED;
    }
  }
}
