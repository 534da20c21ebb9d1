// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import org.patchwork.learn.network.Node;

/**
 * A node with its values in double precision.
 *
 * @param shape every size known
 * @param values row-major
 */
public record ReferenceValue(int[] shape, double[] values) implements Node {
  public ReferenceValue {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(
          "Shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
    }
  }

  /** A value of this shape. */
  public static ReferenceValue of(double[] values, int... shape) {
    return new ReferenceValue(shape.clone(), values.clone());
  }

  /** A value of this shape, filled from single precision. */
  public static ReferenceValue of(float[] values, int... shape) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return new ReferenceValue(shape.clone(), doubles);
  }

  /** The only value of a scalar. */
  public double scalar() {
    if (values.length != 1) {
      throw new IllegalStateException(Arrays.toString(shape) + " is no scalar");
    }
    return values[0];
  }

  static int size(int[] shape) {
    int size = 1;
    for (int s : shape) {
      size = Math.multiplyExact(size, s);
    }
    return size;
  }

  /**
   * For each index of {@code target}, the index here that it reads when this value is broadcast to
   * it.
   */
  int[] broadcastTo(int[] target) {
    int[] strides = new int[target.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i + target.length - shape.length] = shape[i] == 1 ? 0 : stride;
      stride *= shape[i];
    }
    int[] indices = new int[size(target)];
    int[] position = new int[target.length];
    for (int i = 0; i < indices.length; i++) {
      int index = 0;
      for (int k = 0; k < target.length; k++) {
        index += position[k] * strides[k];
      }
      indices[i] = index;
      advance(position, target);
    }
    return indices;
  }

  /** Moves a position to the next one in row-major order. */
  static void advance(int[] position, int[] shape) {
    for (int k = shape.length - 1; k >= 0; k--) {
      if (++position[k] < shape[k]) {
        return;
      }
      position[k] = 0;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReferenceValue value
        && Arrays.equals(shape, value.shape)
        && Arrays.equals(values, value.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(shape) + " " + Arrays.toString(values);
  }
}
