// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;

/**
 * A matrix as one array per row. Rows of their own let the compiler know that a row that is written
 * is not one that is read, without which it makes no vector instructions.
 */
final class Rows {
  private static final int AT_ONCE = 8;
  private static final int BLOCK = 16;

  float[][] rows = {};

  /** Makes room; what stands there is undefined afterwards. */
  void reserve(int count, int width) {
    if (rows.length < count || rows[0].length < width) {
      rows = new float[Math.max(count, rows.length)][width];
    }
  }

  /** Takes over a row-major array. */
  void copy(float[] from, int count, int width) {
    reserve(count, width);
    for (int r = 0; r < count; r++) {
      System.arraycopy(from, r * width, rows[r], 0, width);
    }
  }

  /** Takes over a row-major array of {@code count × width}, columns becoming rows. */
  void copyTransposed(float[] from, int count, int width) {
    reserve(width, count);
    for (int first = 0; first < width; first += BLOCK) {
      int end = Math.min(first + BLOCK, width);
      for (int r = 0; r < count; r++) {
        int at = r * width;
        for (int c = first; c < end; c++) {
          rows[c][r] = from[at + c];
        }
      }
    }
  }

  /** Writes the first {@code count} rows to a row-major array. */
  void write(float[] to, int count, int width) {
    for (int r = 0; r < count; r++) {
      System.arraycopy(rows[r], 0, to, r * width, width);
    }
  }

  /** Adds the first {@code count} rows to a row-major array. */
  void addTo(float[] to, int count, int width) {
    for (int r = 0; r < count; r++) {
      float[] row = rows[r];
      int at = r * width;
      for (int c = 0; c < width; c++) {
        to[at + c] += row[c];
      }
    }
  }

  /** Writes {@code count × width} values, rows becoming columns, to a row-major array. */
  void writeTransposed(float[] to, int count, int width) {
    for (int r = 0; r < count; r++) {
      float[] row = rows[r];
      for (int c = 0; c < width; c++) {
        to[c * count + r] = row[c];
      }
    }
  }

  /** Adds {@code count × width} values, rows becoming columns, to a row-major array. */
  void addTransposed(float[] to, int count, int width) {
    for (int r = 0; r < count; r++) {
      float[] row = rows[r];
      for (int c = 0; c < width; c++) {
        to[c * count + r] += row[c];
      }
    }
  }

  /** Factors of a sum of rows: value (i, k) of a matrix stored either way. */
  record Factors(float[] values, int rowStep, int columnStep) {
    float at(int i, int k) {
      return values[i * rowStep + k * columnStep];
    }
  }

  /**
   * Row i becomes Σₖ factor(i, k) · other row k.
   *
   * @param count number of rows to compute
   * @param width how much of each row
   * @param terms number of rows of {@code other}
   */
  void sumOf(Factors factors, Rows other, int count, int width, int terms) {
    reserve(count, width);
    int whole = terms - terms % AT_ONCE;
    for (int i = 0; i < count; i++) {
      float[] row = rows[i];
      Arrays.fill(row, 0, width, 0);
      for (int k = 0; k < whole; k += AT_ONCE) {
        addEight(row, width, other.rows, k, factors, i);
      }
      for (int k = whole; k < terms; k++) {
        addOne(row, width, other.rows[k], factors.at(i, k));
      }
    }
  }

  private static void addOne(float[] to, int width, float[] row, float factor) {
    for (int j = 0; j < width; j++) {
      to[j] += factor * row[j];
    }
  }

  private static void addEight(
      float[] to, int width, float[][] rows, int k, Factors factors, int i) {
    float[] r0 = rows[k];
    float[] r1 = rows[k + 1];
    float[] r2 = rows[k + 2];
    float[] r3 = rows[k + 3];
    float[] r4 = rows[k + 4];
    float[] r5 = rows[k + 5];
    float[] r6 = rows[k + 6];
    float[] r7 = rows[k + 7];
    float f0 = factors.at(i, k);
    float f1 = factors.at(i, k + 1);
    float f2 = factors.at(i, k + 2);
    float f3 = factors.at(i, k + 3);
    float f4 = factors.at(i, k + 4);
    float f5 = factors.at(i, k + 5);
    float f6 = factors.at(i, k + 6);
    float f7 = factors.at(i, k + 7);
    for (int j = 0; j < width; j++) {
      to[j] +=
          f0 * r0[j]
              + f1 * r1[j]
              + f2 * r2[j]
              + f3 * r3[j]
              + f4 * r4[j]
              + f5 * r5[j]
              + f6 * r6[j]
              + f7 * r7[j];
    }
  }
}
