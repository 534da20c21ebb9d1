// SPDX-License-Identifier: MIT
package org.patchwork.learn.records;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A protocol buffer under construction, field by field (Protocol Buffers documentation,
 * <i>Encoding</i>). Each method returns this writer.
 */
public final class ProtoWriter {
  private static final int VARINT = 0;
  private static final int DOUBLE = 1;
  private static final int BYTES = 2;
  private static final int FLOAT = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** An integer, a truth value or an enumeration. */
  public ProtoWriter varint(int field, long value) {
    key(field, VARINT);
    raw(value);
    return this;
  }

  /** A double. */
  public ProtoWriter number(int field, double value) {
    key(field, DOUBLE);
    out.writeBytes(little(Double.BYTES).putDouble(value).array());
    return this;
  }

  /** A float. */
  public ProtoWriter number(int field, float value) {
    key(field, FLOAT);
    out.writeBytes(little(Float.BYTES).putFloat(value).array());
    return this;
  }

  /** Bytes. */
  public ProtoWriter bytes(int field, byte[] value) {
    key(field, BYTES);
    raw(value.length);
    out.writeBytes(value);
    return this;
  }

  /** A text. */
  public ProtoWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A message within this one. */
  public ProtoWriter message(int field, ProtoWriter value) {
    return bytes(field, value.toByteArray());
  }

  /** Repeated floats, packed. */
  public ProtoWriter numbers(int field, float[] values) {
    ByteBuffer packed = little(Math.multiplyExact(values.length, Float.BYTES));
    packed.asFloatBuffer().put(values);
    return bytes(field, packed.array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void key(int field, int wireType) {
    raw((long) field << 3 | wireType);
  }

  private void raw(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** The message so far. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
