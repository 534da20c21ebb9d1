// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Which rows are wanted: label status, exclude status and any number of further conditions, all of
 * which must hold. All are structured values, so that a class may be called "contains stuff"
 * without confusing anything.
 *
 * @param status label status
 * @param exclude exclude status
 * @param conditions further conditions, in the order in which the user reads them
 */
public record RowFilter(LabelStatus status, ExcludeStatus exclude, List<Condition> conditions) {
  /** Rows without any label, not excluded, not held out: what a fresh project starts with. */
  public static final RowFilter UNLABELED =
      new RowFilter(LabelStatus.UNLABELED, ExcludeStatus.TRAINING, List.of());

  /** Every row. */
  public static final RowFilter EVERYTHING =
      new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, List.of());

  /** Choices of the label status. */
  public enum LabelStatus {
    UNLABELED,
    PARTIAL,
    LABELED,
    ANY
  }

  /** Choices of the exclude status. */
  public enum ExcludeStatus {
    /** Neither excluded nor in validation. */
    TRAINING,
    /** Not excluded; validation rows are included. */
    NOT_EXCLUDED,
    EXCLUDED,
    VALIDATION,
    ANY
  }

  /** A further condition. */
  public sealed interface Condition {
    /** No condition. */
    record All() implements Condition {}

    /**
     * The class, given by its stable id, has this label: unknown, absent or present. Nothing
     * matches a class that the table does not have.
     */
    record Label(String classId, byte value) implements Condition {
      public Label {
        Objects.requireNonNull(classId);
        if (value < LabelTable.UNKNOWN || value > LabelTable.PRESENT) {
          throw new IllegalArgumentException("A label is -1, 0 or 1, not " + value + ".");
        }
      }
    }

    /** The row belongs to this subset. */
    record Subset(String name) implements Condition {
      public Subset {
        Objects.requireNonNull(name);
      }
    }

    /**
     * The model gives the class a probability in [min, max], both included. Rows without a
     * prediction never match, nor does anything before there are predictions.
     */
    record Predicted(String classId, double min, double max) implements Condition {
      public Predicted {
        Objects.requireNonNull(classId);
        if (!(0 <= min && min <= max && max <= 1)) {
          throw new IllegalArgumentException(
              "Probabilities from "
                  + min
                  + " to "
                  + max
                  + " make no range; both ends are from 0 to 1, the smaller one first.");
        }
      }

      boolean matches(float probability) {
        return probability >= (float) min && probability <= (float) max;
      }
    }

    /**
     * The row is on a list that was computed elsewhere, for example on that of the disagreements.
     *
     * @param name what to call the list, as it would stand behind "images on the list"
     * @param rows the rows on it; copied
     */
    record Rows(String name, BitSet rows) implements Condition {
      public Rows {
        Objects.requireNonNull(name);
        rows = (BitSet) rows.clone();
      }

      /** A copy. */
      @Override
      public BitSet rows() {
        return (BitSet) rows.clone();
      }

      boolean contains(int row) {
        return rows.get(row);
      }
    }
  }

  /** Leaves out {@link Condition.All} and repetitions, which change nothing. */
  public RowFilter {
    Objects.requireNonNull(status);
    Objects.requireNonNull(exclude);
    conditions =
        conditions.stream().filter(each -> !(each instanceof Condition.All)).distinct().toList();
  }

  /** A filter with one further condition. */
  public RowFilter(LabelStatus status, ExcludeStatus exclude, Condition condition) {
    this(status, exclude, List.of(condition));
  }

  /** A copy with one more condition. */
  public RowFilter and(Condition condition) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(condition);
    return new RowFilter(status, exclude, more);
  }

  /** True if the answer depends on predictions. */
  public boolean needsPredictions() {
    return conditions.stream().anyMatch(Condition.Predicted.class::isInstance);
  }

  /** As {@link #select(LabelTable, PredictionTable)} before there are predictions. */
  public int[] select(LabelTable table) {
    return select(table, null);
  }

  /**
   * The rows of the table that pass, ascending. Reads whole columns, chunk by chunk: tens of
   * milliseconds for millions of rows and tens of classes.
   *
   * @param predictions or null before there are any
   */
  public int[] select(LabelTable table, PredictionTable predictions) {
    return new RowScan(this, table, predictions).rows();
  }

  /** How many rows pass; as {@link #select} without the list. */
  public int count(LabelTable table, PredictionTable predictions) {
    return new RowScan(this, table, predictions).count();
  }

  /** As {@link #test(LabelTable, PredictionTable, int)} before there are predictions. */
  public boolean test(LabelTable table, int row) {
    return test(table, null, row);
  }

  /**
   * True if the row passes.
   *
   * @param predictions or null before there are any
   */
  public boolean test(LabelTable table, PredictionTable predictions, int row) {
    return testExclude(table, row)
        && conditions.stream().allMatch(each -> test(each, table, predictions, row))
        && testStatus(table, row);
  }

  private boolean testStatus(LabelTable table, int row) {
    return switch (status) {
      case ANY -> true;
      case UNLABELED -> table.status(row) == LabelTable.Status.UNLABELED;
      case PARTIAL -> table.status(row) == LabelTable.Status.PARTIAL;
      case LABELED -> table.status(row) == LabelTable.Status.LABELED;
    };
  }

  private boolean testExclude(LabelTable table, int row) {
    return switch (exclude) {
      case ANY -> true;
      case TRAINING -> !table.excluded(row) && !table.validation(row);
      case NOT_EXCLUDED -> !table.excluded(row);
      case EXCLUDED -> table.excluded(row);
      case VALIDATION -> table.validation(row);
    };
  }

  private static boolean test(
      Condition condition, LabelTable table, PredictionTable predictions, int row) {
    return switch (condition) {
      case Condition.All all -> true;
      case Condition.Label label -> {
        int index = table.classIndex(label.classId());
        yield index >= 0 && table.label(row, index) == label.value();
      }
      case Condition.Subset subset -> subset.name().equals(table.subset(row));
      case Condition.Predicted predicted -> {
        int index = predictions == null ? -1 : predictions.classIndex(predicted.classId());
        yield index >= 0 && predicted.matches(predictions.probability(row, index));
      }
      case Condition.Rows rows -> rows.contains(row);
    };
  }
}
