// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Arrays;

/** Features of the first images; those behind them have none. */
final class PaddedFeatureMatrix implements FeatureMatrix {
  private final FeatureMatrix first;
  private final int rows;

  PaddedFeatureMatrix(FeatureMatrix first, int rows) {
    this.first = first;
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int[] shape() {
    return first.shape();
  }

  @Override
  public int width() {
    return first.width();
  }

  @Override
  public void read(int row, float[] target, int offset) {
    if (row >= rows) {
      throw new IndexOutOfBoundsException("Row " + row + " of " + rows);
    } else if (row < first.rows()) {
      first.read(row, target, offset);
    } else {
      Arrays.fill(target, offset, offset + width(), Float.NaN);
    }
  }

  @Override
  public void close() {
    first.close();
  }
}
