// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;

/** Rows with their values, collected in ascending order. */
final class RowValues {
  private int[] rows;
  private byte[] values;
  private int count;

  RowValues(int capacity) {
    rows = new int[capacity];
    values = new byte[capacity];
  }

  void add(int row, byte value) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count + 16);
      values = Arrays.copyOf(values, rows.length);
    }
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
