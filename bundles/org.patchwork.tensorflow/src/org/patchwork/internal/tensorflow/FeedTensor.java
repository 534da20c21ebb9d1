// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * A float32 tensor to feed, kept from call to call and allocated anew only when the number of rows
 * changes. Whoever fetched from a run in which it was fed must have copied the values before the
 * next fill.
 */
final class FeedTensor implements AutoCloseable {
  private final int[] shape;
  private final int width;
  private int rows = -1;
  private TFloat32 tensor;
  private FloatBuffer values;

  /**
   * A tensor of rows.
   *
   * @param shape shape of one row
   */
  FeedTensor(int... shape) {
    this.shape = shape.clone();
    this.width = Shapes.product(shape);
  }

  /** Number of values in a row. */
  int width() {
    return width;
  }

  /** The tensor with {@code count} rows of the array, from row {@code begin} on. */
  TFloat32 fill(float[] source, int begin, int count) {
    if (count != rows) {
      close();
      tensor = Tensor.of(TFloat32.class, Shapes.of(Shapes.withBatch(count, shape)));
      values = NativeBuffer.floats(tensor);
      rows = count;
    }
    values.put(0, source, begin * width, count * width);
    return tensor;
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
      rows = -1;
    }
  }
}
