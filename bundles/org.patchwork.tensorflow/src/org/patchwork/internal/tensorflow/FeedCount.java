// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.LongBuffer;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TInt64;

/** An int64 number to feed, kept from call to call. */
final class FeedCount implements AutoCloseable {
  private final TInt64 tensor = Tensor.of(TInt64.class, Shape.scalar());
  private final LongBuffer value = NativeBuffer.longs(tensor);

  /** The tensor with this number. */
  TInt64 of(long number) {
    value.put(0, number);
    return tensor;
  }

  @Override
  public void close() {
    tensor.close();
  }
}
