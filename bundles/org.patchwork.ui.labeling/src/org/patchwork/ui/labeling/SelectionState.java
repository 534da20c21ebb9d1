// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.patchwork.core.LabelTable;

/**
 * What the selected images say about one class.
 *
 * @param present number of them in which it is present
 * @param absent number of them in which it is absent
 * @param unknown number of them without a label for it
 */
record SelectionState(int present, int absent, int unknown) {
  /** True or false for all selected images, or some of each. */
  enum Flag {
    NONE,
    SOME,
    ALL
  }

  static SelectionState of(LabelTable labels, int classIndex, int[] rows) {
    int present = 0;
    int absent = 0;
    for (int row : rows) {
      present += labels.label(row, classIndex) == LabelTable.PRESENT ? 1 : 0;
      absent += labels.label(row, classIndex) == LabelTable.ABSENT ? 1 : 0;
    }
    return new SelectionState(present, absent, rows.length - present - absent);
  }

  static Flag flag(int[] rows, IntPredicate condition) {
    long count = Arrays.stream(rows).filter(condition).count();
    return count == 0 ? Flag.NONE : count == rows.length ? Flag.ALL : Flag.SOME;
  }

  /** Number of images. */
  int total() {
    return present + absent + unknown;
  }

  /** True if all images have this value. */
  boolean all(byte value) {
    return total() > 0 && count(value) == total();
  }

  /** Number of images with this value. */
  int count(byte value) {
    return switch (value) {
      case LabelTable.PRESENT -> present;
      case LabelTable.ABSENT -> absent;
      default -> unknown;
    };
  }

  /** In words: "present", or "2 present, 1 unknown" for images that differ. */
  String text() {
    if (total() == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    append(text, present, "present");
    append(text, absent, "absent");
    append(text, unknown, "unknown");
    return text.toString();
  }

  private void append(StringBuilder text, int count, String word) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count == total() ? word : count + " " + word);
    }
  }
}
