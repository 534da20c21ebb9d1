// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.Arrays;

/**
 * Inner products of two blocks of vectors, as the inner loop of a matrix product: four vectors
 * against four dimensions of the other block at a time, along the other block, which is kept
 * transposed. The loop has no dependencies but on its own sums, so the compiler makes it use the
 * widest registers of the machine, without incubating modules or native code.
 */
final class TileProduct {
  private TileProduct() {}

  /** Writes vectors {@code from} … {@code to − 1} as {@code [width][to − from]}. */
  static void transpose(float[] values, int width, int from, int to, float[] target) {
    int columns = to - from;
    for (int c = 0; c < columns; c++) {
      int source = (from + c) * width;
      for (int j = 0; j < width; j++) {
        target[j * columns + c] = values[source + j];
      }
    }
  }

  /**
   * Multiplies.
   *
   * @param values vectors one behind the other
   * @param from first vector
   * @param to behind the last vector
   * @param panel the other block, {@code [width][columns]}
   * @param products takes {@code [to − from][columns]}
   */
  static void multiply(
      float[] values, int width, int from, int to, float[] panel, int columns, float[] products) {
    float[][] sums = new float[4][columns];
    for (int row = from; row < to; row += 4) {
      int rows = Math.min(4, to - row);
      for (float[] sum : sums) {
        Arrays.fill(sum, 0);
      }
      fourRows(values, width, row, rows, panel, columns, sums);
      for (int r = 0; r < rows; r++) {
        System.arraycopy(sums[r], 0, products, (row - from + r) * columns, columns);
      }
    }
  }

  /** Rows behind the last are the last one again. */
  private static void fourRows(
      float[] values, int width, int row, int rows, float[] panel, int columns, float[][] sums) {
    int a = row * width;
    int b = (row + Math.min(1, rows - 1)) * width;
    int c = (row + Math.min(2, rows - 1)) * width;
    int d = (row + rows - 1) * width;
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      fourDimensions(values, a + j, panel, j * columns, columns, sums[0]);
      fourDimensions(values, b + j, panel, j * columns, columns, sums[1]);
      fourDimensions(values, c + j, panel, j * columns, columns, sums[2]);
      fourDimensions(values, d + j, panel, j * columns, columns, sums[3]);
    }
    for (; j < width; j++) {
      oneDimension(values[a + j], panel, j * columns, columns, sums[0]);
      oneDimension(values[b + j], panel, j * columns, columns, sums[1]);
      oneDimension(values[c + j], panel, j * columns, columns, sums[2]);
      oneDimension(values[d + j], panel, j * columns, columns, sums[3]);
    }
  }

  private static void fourDimensions(
      float[] values, int at, float[] panel, int start, int columns, float[] sums) {
    float x0 = values[at];
    float x1 = values[at + 1];
    float x2 = values[at + 2];
    float x3 = values[at + 3];
    for (int c = 0; c < columns; c++) {
      float sum = Math.fma(x0, panel[start + c], sums[c]);
      sum = Math.fma(x1, panel[start + columns + c], sum);
      sum = Math.fma(x2, panel[start + 2 * columns + c], sum);
      sums[c] = Math.fma(x3, panel[start + 3 * columns + c], sum);
    }
  }

  private static void oneDimension(float x, float[] panel, int start, int columns, float[] sums) {
    for (int c = 0; c < columns; c++) {
      sums[c] = Math.fma(x, panel[start + c], sums[c]);
    }
  }
}
