// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Sorts row numbers by path: a merge sort on primitive indices, on all cores, that leaves halves
 * alone which are in order already, so that paths imported folder by folder cost one comparison
 * each.
 */
final class PathOrder {
  private static final int SMALL = 1 << 13;

  private final String[] paths;
  private final int[] rows;
  private final int[] spare;

  private PathOrder(String[] paths) {
    this.paths = paths;
    this.rows = new int[paths.length];
    this.spare = new int[paths.length];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
  }

  /** Place of each row when the rows are sorted by path, as {@link String#compareTo} does. */
  static int[] ranks(String[] paths) {
    PathOrder order = new PathOrder(paths);
    ForkJoinPool.commonPool().invoke(order.new Range(0, paths.length));
    int[] ranks = order.spare;
    for (int place = 0; place < ranks.length; place++) {
      ranks[order.rows[place]] = place;
    }
    return ranks;
  }

  private void sort(int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    merge(from, middle, to);
  }

  private void merge(int from, int middle, int to) {
    if (compare(rows[middle - 1], rows[middle]) <= 0) {
      return;
    }
    System.arraycopy(rows, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    int place = from;
    while (left < middle) {
      rows[place++] =
          right < to && compare(rows[right], spare[left]) < 0 ? rows[right++] : spare[left++];
    }
  }

  private int compare(int row, int other) {
    return paths[row].compareTo(paths[other]);
  }

  /** Sorts a range, its halves side by side. */
  private final class Range extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      if (to - from < SMALL) {
        sort(from, to);
        return;
      }
      int middle = (from + to) >>> 1;
      invokeAll(new Range(from, middle), new Range(middle, to));
      merge(from, middle, to);
    }
  }
}
