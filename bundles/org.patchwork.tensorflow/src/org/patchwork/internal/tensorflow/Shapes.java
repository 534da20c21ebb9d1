// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Arrays;
import org.tensorflow.ndarray.Shape;

/** Shapes between our {@code int[]} and TensorFlow's 64-bit ones; −1 is an unknown size in both. */
final class Shapes {
  private Shapes() {}

  static Shape of(int... sizes) {
    return Shape.of(Arrays.stream(sizes).asLongStream().toArray());
  }

  /** The shape of a batch of unknown length. */
  static Shape batchOf(int... shape) {
    return of(withBatch(-1, shape));
  }

  static int[] withBatch(int count, int... shape) {
    int[] batch = new int[shape.length + 1];
    batch[0] = count;
    System.arraycopy(shape, 0, batch, 1, shape.length);
    return batch;
  }

  /**
   * Sizes as ints.
   *
   * @throws IllegalArgumentException if the number of dimensions is unknown
   */
  static int[] toInts(Shape shape) {
    if (shape.isUnknown()) {
      throw new IllegalArgumentException(
          "The number of dimensions is unknown; reshape the value first");
    }
    return Arrays.stream(shape.asArray()).mapToInt(Math::toIntExact).toArray();
  }

  /** A shape for messages, for example {@code [n, 7, 7, 1024]}; unknown sizes are called n. */
  static String text(int... sizes) {
    return Arrays.toString(sizes).replace("-1", "n");
  }

  /**
   * Product of the sizes.
   *
   * @throws IllegalArgumentException if one is unknown
   */
  static int product(int... sizes) {
    int product = 1;
    for (int size : sizes) {
      if (size < 0) {
        throw new IllegalArgumentException(
            "Not every size of " + Arrays.toString(sizes) + " is known");
      }
      product = Math.multiplyExact(product, size);
    }
    return product;
  }
}
