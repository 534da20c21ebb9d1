// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tensors that live as long as one call. */
final class TensorList implements AutoCloseable {
  private final List<Tensor> tensors = new ArrayList<>();

  /** A new tensor with these values. */
  TFloat32 of(float[] values, int... shape) {
    TFloat32 tensor = Tensor.of(TFloat32.class, Shapes.of(shape));
    tensors.add(tensor);
    NativeBuffer.floats(tensor).put(values);
    return tensor;
  }

  /** A new scalar. */
  TInt32 of(int value) {
    TInt32 tensor = TInt32.scalarOf(value);
    tensors.add(tensor);
    return tensor;
  }

  @Override
  public void close() {
    tensors.forEach(Tensor::close);
  }
}
