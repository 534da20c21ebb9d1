// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.BufferOverflowException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class NativeBufferTest {
  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  @Test
  void aViewEndsWhereTheTensorEnds() {
    try (TFloat32 tensor = Tensor.of(TFloat32.class, Shape.of(2, 3))) {
      assertEquals(6, NativeBuffer.floats(tensor).limit());
      assertThrows(
          BufferOverflowException.class, () -> NativeBuffer.floats(tensor).put(new float[8]));
    }
  }
}
