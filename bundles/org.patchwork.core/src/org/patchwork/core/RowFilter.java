// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which rows may be drawn: label status and exclude status and one further condition, all
 * structured values, so that a class may be called "contains stuff" without confusing anything.
 *
 * @param status label status
 * @param exclude exclude status
 * @param condition further condition
 */
public record RowFilter(LabelStatus status, ExcludeStatus exclude, Condition condition) {
  /** Rows without any label, not excluded, not held out: what a fresh project starts with. */
  public static final RowFilter UNLABELED =
      new RowFilter(LabelStatus.UNLABELED, ExcludeStatus.TRAINING, new Condition.All());

  /** Every row. */
  public static final RowFilter EVERYTHING =
      new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, new Condition.All());

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

  /** The further condition. */
  public sealed interface Condition {
    /** No condition. */
    record All() implements Condition {}

    /** The class, given by its stable id, has this label: unknown, absent or present. */
    record Label(String classId, byte value) implements Condition {}

    /** The row belongs to this subset. */
    record Subset(String name) implements Condition {}
  }

  public RowFilter {
    Objects.requireNonNull(status);
    Objects.requireNonNull(exclude);
    Objects.requireNonNull(condition);
  }

  /** The rows of the table that pass, ascending. */
  public int[] select(LabelTable table) {
    return IntStream.range(0, table.rows()).filter(row -> test(table, row)).toArray();
  }

  /** True if the row passes. */
  public boolean test(LabelTable table, int row) {
    return testExclude(table, row) && testCondition(table, row) && testStatus(table, row);
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

  private boolean testCondition(LabelTable table, int row) {
    return switch (condition) {
      case Condition.All all -> true;
      case Condition.Label label -> {
        int index = table.classIndex(label.classId());
        yield index >= 0 && table.label(row, index) == label.value();
      }
      case Condition.Subset subset -> subset.name().equals(table.subset(row));
    };
  }
}
