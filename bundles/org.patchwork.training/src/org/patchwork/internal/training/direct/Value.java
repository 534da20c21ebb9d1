// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;
import org.patchwork.learn.network.Node;

/** An array on the tape with room for its gradient; the first dimension may be the batch. */
final class Value implements Node {
  private final int[] shape;
  private final int rowSize;

  /** True if a trained weight has a part in it. */
  final boolean trained;

  private int uses;

  float[] data = {};
  float[] gradient = {};

  Value(int[] shape, boolean trained) {
    this.shape = shape.clone();
    this.trained = trained;
    int product = 1;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0 && i > 0) {
        throw new NoDirectForm("An open size behind the batch");
      }
      product = Math.multiplyExact(product, Math.abs(shape[i]));
    }
    rowSize = product;
  }

  /** A value that stands from the beginning: a constant or a weight; the array is not copied. */
  static Value of(float[] data, int[] shape, boolean trained) {
    Value value = new Value(shape, trained);
    value.data = data;
    value.gradient = new float[trained ? data.length : 0];
    return value;
  }

  /** Notes that an operation takes it. */
  void use() {
    uses++;
  }

  /** Number of operations that take it. */
  int uses() {
    return uses;
  }

  boolean batch() {
    return shape.length > 0 && shape[0] < 0;
  }

  /** Number of values for a batch of this size. */
  int length(int count) {
    return batch() ? Math.multiplyExact(rowSize, count) : rowSize;
  }

  /** Size of the last dimension; 1 for a scalar. */
  int lastSize() {
    return shape.length == 0 ? 1 : Math.abs(shape[shape.length - 1]);
  }

  /** Makes room for a batch of this size. */
  void reserve(int count) {
    int length = length(count);
    if (data.length < length) {
      data = new float[length];
      gradient = new float[trained ? length : 0];
    }
  }

  void clearGradient(int count) {
    if (trained) {
      Arrays.fill(gradient, 0, length(count), 0);
    }
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }
}
