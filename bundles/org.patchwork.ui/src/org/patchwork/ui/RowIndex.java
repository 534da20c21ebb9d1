// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Arrays;

/**
 * Finds the place of a row in a list by bisection. A list in row order, as a filter gives it, is
 * its own index; any other takes eight bytes a row.
 */
final class RowIndex {
  private final int[] rows;
  private final long[] sorted;

  private RowIndex(int[] rows, long[] sorted) {
    this.rows = rows;
    this.sorted = sorted;
  }

  /**
   * The index of a list; O(n), or O(n log n) if it is not in row order.
   *
   * @param rows distinct row numbers, not negative; kept, not copied
   */
  static RowIndex of(int[] rows) {
    if (isAscending(rows)) {
      return new RowIndex(rows, null);
    }
    long[] sorted = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = (long) rows[i] << Integer.SIZE | i;
    }
    Arrays.parallelSort(sorted);
    return new RowIndex(rows, sorted);
  }

  /** Place of the row in the list, or −1. */
  int positionOf(int row) {
    if (sorted == null) {
      return Math.max(-1, Arrays.binarySearch(rows, row));
    }
    int found = Arrays.binarySearch(sorted, (long) row << Integer.SIZE);
    int place = found >= 0 ? found : -found - 1;
    boolean here = place < sorted.length && (int) (sorted[place] >>> Integer.SIZE) == row;
    return here ? (int) sorted[place] : -1;
  }

  /** The highest row number, −1 in an empty list. */
  int lastRow() {
    if (rows.length == 0) {
      return -1;
    }
    return sorted == null
        ? rows[rows.length - 1]
        : (int) (sorted[sorted.length - 1] >>> Integer.SIZE);
  }

  private static boolean isAscending(int[] rows) {
    for (int i = 1; i < rows.length; i++) {
      if (rows[i - 1] >= rows[i]) {
        return false;
      }
    }
    return true;
  }
}
