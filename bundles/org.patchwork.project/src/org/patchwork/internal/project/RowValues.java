// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;

/** Rows with their values, collected in ascending order. */
final class RowValues {
  private final int[] rows;
  private final byte[] values;
  private int count;

  RowValues(int capacity) {
    rows = new int[capacity];
    values = new byte[capacity];
  }

  void add(int row, byte value) {
    rows[count] = row;
    values[count++] = value;
  }

  int[] rows() {
    return Arrays.copyOf(rows, count);
  }

  byte[] values() {
    return Arrays.copyOf(values, count);
  }
}
