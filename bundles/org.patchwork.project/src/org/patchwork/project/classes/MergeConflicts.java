// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import org.patchwork.core.LabelTable;

/**
 * How the labels of two classes compare, before one is merged into the other.
 *
 * @param agreeing number of images in which both say the same
 * @param onlyGoes number of images labelled for the class that goes alone
 * @param onlyStays number of images labelled for the class that stays alone
 * @param rows the images in which one is present and the other absent, ascending
 */
public record MergeConflicts(int agreeing, int onlyGoes, int onlyStays, int[] rows) {
  /**
   * Compares two classes.
   *
   * @param goes id of the class that goes
   * @param stays id of the class that stays
   * @throws IllegalArgumentException if the table has no such class
   */
  public static MergeConflicts of(LabelTable labels, String goes, String stays) {
    int from = index(labels, goes);
    int into = index(labels, stays);
    int agreeing = 0;
    int onlyGoes = 0;
    int onlyStays = 0;
    java.util.stream.IntStream.Builder conflicts = java.util.stream.IntStream.builder();
    for (int row = 0; row < labels.rows(); row++) {
      byte a = labels.label(row, from);
      byte b = labels.label(row, into);
      if (a == b) {
        agreeing += a == LabelTable.UNKNOWN ? 0 : 1;
      } else if (b == LabelTable.UNKNOWN) {
        onlyGoes++;
      } else if (a == LabelTable.UNKNOWN) {
        onlyStays++;
      } else {
        conflicts.add(row);
      }
    }
    return new MergeConflicts(agreeing, onlyGoes, onlyStays, conflicts.build().toArray());
  }

  private static int index(LabelTable labels, String id) {
    int index = labels.classIndex(id);
    if (index < 0) {
      throw new IllegalArgumentException("The label table has no class " + id);
    }
    return index;
  }
}
