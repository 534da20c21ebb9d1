// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** Features in a Java array. */
final class ArrayFeatureMatrix implements FeatureMatrix {
  private final int[] shape;
  private final int width;
  private final float[] values;

  ArrayFeatureMatrix(int[] shape, float[] values) {
    this.shape = shape;
    int product = 1;
    for (int size : shape) {
      product = Math.multiplyExact(product, size);
    }
    if (product <= 0 || values.length % product != 0) {
      throw new IllegalArgumentException(values.length + " values do not make rows of " + product);
    }
    this.width = product;
    this.values = values;
  }

  @Override
  public int rows() {
    return values.length / width;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void read(int row, float[] target, int offset) {
    System.arraycopy(values, row * width, target, offset, width);
  }

  @Override
  public void close() {
    // Nothing is held outside the heap.
  }
}
