// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import org.patchwork.core.LabelTable;

/**
 * How many images are labelled absent, present or not at all, per class, in training and
 * validation; excluded rows are counted in neither. Immutable; after an edit {@link #updated} looks
 * at the changed rows only.
 */
public final class LabelCounts {
  private static final int VALUES = 3;

  private final int classes;
  private final int[][] counts; // [part][class * 3 + value + 1]
  private final int[] rows; // [part]

  private LabelCounts(int classes, int[][] counts, int[] rows) {
    this.classes = classes;
    this.counts = counts;
    this.rows = rows;
  }

  /** Counts the whole table. */
  public static LabelCounts of(LabelTable labels) {
    int parts = Part.values().length;
    LabelCounts counts =
        new LabelCounts(
            labels.classes(), new int[parts][labels.classes() * VALUES], new int[parts]);
    for (Part part : Part.values()) {
      counts.tally(labels, part);
    }
    return counts;
  }

  /**
   * Counts after an edit.
   *
   * @param before the table these counts are of
   * @param after the table now
   * @param changed every row that differs between the two; may hold more, may hold a row twice
   */
  public LabelCounts updated(LabelTable before, LabelTable after, int[] changed) {
    if (before.rows() != after.rows() || !before.classIds().equals(after.classIds())) {
      return of(after);
    }
    int[] distinct = distinct(changed);
    LabelCounts counts =
        new LabelCounts(
            classes,
            Arrays.stream(this.counts).map(int[]::clone).toArray(int[][]::new),
            rows.clone());
    counts.add(before, distinct, -1);
    counts.add(after, distinct, 1);
    return counts;
  }

  private void tally(LabelTable labels, Part part) {
    boolean held = part == Part.VALIDATION;
    for (int c = 0; c < classes; c++) {
      System.arraycopy(labels.tally(c, held), 0, counts[part.ordinal()], c * VALUES, VALUES);
    }
    for (int row = 0; row < labels.rows(); row++) {
      rows[part.ordinal()] += part.contains(labels, row) ? 1 : 0;
    }
  }

  /** Without repetitions; the order does not matter. */
  private static int[] distinct(int[] rows) {
    int[] sorted = rows.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int row : sorted) {
      if (count == 0 || sorted[count - 1] != row) {
        sorted[count++] = row;
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private void add(LabelTable labels, int[] which, int sign) {
    for (int row : which) {
      for (Part part : Part.values()) {
        if (part.contains(labels, row)) {
          rows[part.ordinal()] += sign;
          for (int c = 0; c < classes; c++) {
            counts[part.ordinal()][c * VALUES + labels.label(row, c) + 1] += sign;
          }
        }
      }
    }
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Number of rows of a part. */
  public int rows(Part part) {
    return rows[part.ordinal()];
  }

  /** Rows labelled absent. */
  public int negatives(Part part, int classIndex) {
    return count(part, classIndex, LabelTable.ABSENT);
  }

  /** Rows labelled present. */
  public int positives(Part part, int classIndex) {
    return count(part, classIndex, LabelTable.PRESENT);
  }

  /** Rows not labelled for this class. */
  public int unknown(Part part, int classIndex) {
    return count(part, classIndex, LabelTable.UNKNOWN);
  }

  private int count(Part part, int classIndex, byte value) {
    return counts[part.ordinal()][classIndex * VALUES + value + 1];
  }
}
