// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.FloatBuffer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** A float32 number to feed, kept from call to call. */
final class FeedNumber implements AutoCloseable {
  private final TFloat32 tensor = Tensor.of(TFloat32.class, Shape.scalar());
  private final FloatBuffer value = NativeBuffer.floats(tensor);

  /** The tensor with this number. */
  TFloat32 of(double number) {
    value.put(0, (float) number);
    return tensor;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
