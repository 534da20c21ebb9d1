// SPDX-License-Identifier: MIT
package org.patchwork.learn.linear;

import java.util.Arrays;

/**
 * Inner products of two blocks of vectors, as the inner loop of a matrix product: two vectors
 * against four dimensions of the other block at a time, along the other block, which is kept
 * transposed.
 *
 * <p>Each dimension of the other block, and each row of products, is an array of its own, and the
 * length of the loop is a constant. So the compiler sees that nothing overlaps and uses the widest
 * registers of the machine, without incubating modules or native code. With one flat array instead
 * it does not, and takes six times as long.
 */
public final class TileProduct {
  /** Number of vectors in a block. */
  public static final int SIZE = 256;

  private TileProduct() {}

  /** A block of zeros, {@code [width][SIZE]}: a row for each dimension. */
  public static float[][] newPanel(int width) {
    return new float[width][SIZE];
  }

  /**
   * Writes vectors {@code from} … {@code to − 1}, at most {@link #SIZE}, as {@code [width][SIZE]}.
   */
  public static void transpose(float[] values, int from, int to, float[][] panel) {
    int width = panel.length;
    for (int j = 0; j < width; j++) {
      float[] dimension = panel[j];
      for (int v = from; v < to; v++) {
        dimension[v - from] = values[v * width + j];
      }
      Arrays.fill(dimension, to - from, SIZE, 0);
    }
  }

  /**
   * Multiplies vectors {@code from} … {@code to − 1} with a block.
   *
   * @param values vectors, each as long as the block is wide, one behind the other
   * @param products takes {@code [to − from][SIZE]}
   */
  public static void multiply(
      float[] values, int from, int to, float[][] panel, float[][] products) {
    int width = panel.length;
    for (int v = from; v < to; v += 2) {
      int next = Math.min(v + 1, to - 1); // an odd last vector is its own neighbour
      float[] sums = products[v - from];
      float[] sumsOfNext = next == v ? new float[SIZE] : products[next - from];
      Arrays.fill(sums, 0);
      Arrays.fill(sumsOfNext, 0);
      int j = 0;
      for (; j + 4 <= width; j += 4) {
        add(values, v * width + j, next * width + j, panel, j, sums, sumsOfNext);
      }
      for (; j < width; j++) {
        add(values[v * width + j], panel[j], sums);
        add(values[next * width + j], panel[j], sumsOfNext);
      }
    }
  }

  private static void add(
      float[] values, int at, int next, float[][] panel, int j, float[] sums, float[] ofNext) {
    float x0 = values[at];
    float x1 = values[at + 1];
    float x2 = values[at + 2];
    float x3 = values[at + 3];
    float y0 = values[next];
    float y1 = values[next + 1];
    float y2 = values[next + 2];
    float y3 = values[next + 3];
    float[] p0 = panel[j];
    float[] p1 = panel[j + 1];
    float[] p2 = panel[j + 2];
    float[] p3 = panel[j + 3];
    for (int c = 0; c < SIZE; c++) {
      float d0 = p0[c];
      float d1 = p1[c];
      float d2 = p2[c];
      float d3 = p3[c];
      sums[c] = Math.fma(x3, d3, Math.fma(x2, d2, Math.fma(x1, d1, Math.fma(x0, d0, sums[c]))));
      ofNext[c] = Math.fma(y3, d3, Math.fma(y2, d2, Math.fma(y1, d1, Math.fma(y0, d0, ofNext[c]))));
    }
  }

  private static void add(float x, float[] dimension, float[] sums) {
    for (int c = 0; c < SIZE; c++) {
      sums[c] = Math.fma(x, dimension[c], sums[c]);
    }
  }
}
