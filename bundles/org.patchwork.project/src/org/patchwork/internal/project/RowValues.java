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

  /** The first rows whose cell has another value than here. */
  static RowValues different(CellReader cells, byte[] values, int rows) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (cells.get(row) != values[row]) {
        count++;
      }
    }
    RowValues different = new RowValues(count);
    for (int row = 0; different.count < count; row++) {
      if (cells.get(row) != values[row]) {
        different.add(row, values[row]);
      }
    }
    return different;
  }

  int count() {
    return count;
  }

  int[] rows() {
    return Arrays.copyOf(rows, count);
  }

  byte[] values() {
    return Arrays.copyOf(values, count);
  }
}
