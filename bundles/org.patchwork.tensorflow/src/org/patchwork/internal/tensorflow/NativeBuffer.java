// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.RawTensor;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataStorageVisitor;

/**
 * The memory of a tensor as a NIO buffer. TensorFlow's own accessors go through {@code
 * sun.misc.Unsafe}, which newer Java versions warn about, value by value.
 */
final class NativeBuffer {
  private NativeBuffer() {}

  /** The values of a float32 tensor; valid until the tensor is closed. */
  static FloatBuffer floats(Tensor tensor) {
    return bytes(tensor).asFloatBuffer();
  }

  /** The values of an int64 tensor; valid until the tensor is closed. */
  static LongBuffer longs(Tensor tensor) {
    return bytes(tensor).asLongBuffer();
  }

  /** The memory of a tensor; valid until the tensor is closed. */
  static ByteBuffer bytes(Tensor tensor) {
    RawTensor raw = tensor.asRawTensor();
    return raw.data().accept(new Viewer(raw.numBytes())).order(ByteOrder.nativeOrder());
  }

  private record Viewer(long size) implements DataStorageVisitor<ByteBuffer> {
    @Override
    public ByteBuffer visit(ByteBuffer buffer) {
      return buffer;
    }

    @Override
    @SuppressWarnings("resource") // the region owns nothing: closing it would free nothing
    public ByteBuffer visit(long address, long length, long scale) {
      // a pointer counts its own size, not bytes: without a limit the buffer would be larger
      return new Region(address).capacity(size).asByteBuffer().limit(Math.toIntExact(size));
    }

    @Override
    public ByteBuffer fallback() {
      throw new IllegalStateException("The tensor is not in native memory");
    }
  }

  /** Memory that belongs to someone else. */
  private static final class Region extends Pointer {
    Region(long address) {
      super((Pointer) null);
      this.address = address;
    }
  }
}
