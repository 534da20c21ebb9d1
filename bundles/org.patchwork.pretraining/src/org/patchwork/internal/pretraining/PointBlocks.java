// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.stream.IntStream;
import org.patchwork.learn.linear.TileProduct;

/**
 * Points cut into blocks, each kept twice: along the points, for products with weights, and along
 * the dimensions, for sums over points. So both loops of a linear classifier run over memory in its
 * order.
 */
final class PointBlocks {
  private static final int SIZE = TileProduct.SIZE;

  private final int count;
  private final int width;
  private final float[][][] alongPoints; // [block][dimension][SIZE]
  private final float[][][][] alongDimensions; // [block][tile][point][SIZE]

  /** Takes points of equal width. */
  PointBlocks(float[][] points) {
    this.count = points.length;
    this.width = points[0].length;
    int blocks = tiles(count);
    this.alongPoints = new float[blocks][][];
    this.alongDimensions = new float[blocks][][][];
    IntStream.range(0, blocks).parallel().forEach(block -> fill(block, points));
  }

  private static int tiles(int length) {
    return (length + SIZE - 1) / SIZE;
  }

  private void fill(int block, float[][] points) {
    float[][] panel = TileProduct.newPanel(width);
    float[][][] rows = new float[tiles(width)][SIZE][SIZE];
    for (int i = 0; i < pointsIn(block); i++) {
      float[] point = points[block * SIZE + i];
      for (int j = 0; j < width; j++) {
        panel[j][i] = point[j];
        rows[j / SIZE][i][j % SIZE] = point[j];
      }
    }
    alongPoints[block] = panel;
    alongDimensions[block] = rows;
  }

  int blocks() {
    return alongPoints.length;
  }

  /** Number of points before a block. */
  int first(int block) {
    return block * SIZE;
  }

  int pointsIn(int block) {
    return Math.min(SIZE, count - first(block));
  }

  /**
   * Products of weights with the points of a block.
   *
   * @param weights {@code [rows][width]}, row-major
   * @return {@code [rows][SIZE]}
   */
  float[][] times(float[] weights, int block) {
    float[][] products = new float[weights.length / width][SIZE];
    TileProduct.multiply(weights, 0, products.length, alongPoints[block], products);
    return products;
  }

  /**
   * Sums of the points of a block, each times a factor.
   *
   * @param factors {@code [rows][SIZE]}, row-major; 0 behind the last point
   * @return {@code [rows][width]}, row-major
   */
  float[] sums(float[] factors, int block) {
    int rows = factors.length / SIZE;
    float[] sums = new float[rows * width];
    float[][] tile = new float[rows][SIZE];
    for (int t = 0; t < alongDimensions[block].length; t++) {
      TileProduct.multiply(factors, 0, rows, alongDimensions[block][t], tile);
      int from = t * SIZE;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(tile[row], 0, sums, row * width + from, Math.min(SIZE, width - from));
      }
    }
    return sums;
  }
}
