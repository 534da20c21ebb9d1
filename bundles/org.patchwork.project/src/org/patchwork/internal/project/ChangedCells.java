// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;

/** Collects cells that get another value; cells that keep theirs are passed over. */
final class ChangedCells {
  private final int[] rows;
  private final byte[] before;
  private final byte[] after;
  private int count;

  ChangedCells(int capacity) {
    rows = new int[capacity];
    before = new byte[capacity];
    after = new byte[capacity];
  }

  void add(int row, byte oldValue, byte newValue) {
    if (oldValue != newValue) {
      rows[count] = row;
      before[count] = oldValue;
      after[count++] = newValue;
    }
  }

  boolean any() {
    return count > 0;
  }

  int[] rows() {
    return Arrays.copyOf(rows, count);
  }

  byte[] before() {
    return Arrays.copyOf(before, count);
  }

  byte[] after() {
    return Arrays.copyOf(after, count);
  }
}
