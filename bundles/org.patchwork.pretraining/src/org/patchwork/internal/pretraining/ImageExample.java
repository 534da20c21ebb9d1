// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.records.ProtoWriter;

/**
 * An image as a {@code tf.train.Example} ({@code example.proto}, {@code feature.proto}) with the
 * features {@code row} and {@code shape} (int64), {@code path} (bytes) and {@code image} (float32,
 * row-major), in this order, so that the row is found at the head and the values at the end.
 */
final class ImageExample {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int BYTES = 1;
  private static final int FLOATS = 2;
  private static final int INTEGERS = 3;
  private static final String ROW = "row";

  private ImageExample() {}

  /** Encodes an image. */
  static byte[] of(int row, String path, InputSpec input, float[] values, int offset) {
    float[] image = new float[input.values()];
    System.arraycopy(values, offset, image, 0, image.length);
    ProtoWriter shape = integers(input.height(), input.width(), input.channels());
    ProtoWriter features =
        new ProtoWriter()
            .message(1, entry(ROW, INTEGERS, integers(row)))
            .message(1, entry("shape", INTEGERS, shape))
            .message(1, entry("path", BYTES, new ProtoWriter().text(1, path)))
            .message(1, entry("image", FLOATS, new ProtoWriter().numbers(1, image)));
    return new ProtoWriter().message(1, features).toByteArray();
  }

  private static ProtoWriter entry(String name, int kind, ProtoWriter list) {
    return new ProtoWriter().text(KEY, name).message(VALUE, new ProtoWriter().message(kind, list));
  }

  /** A list of integers, one field each, as readers take them beside packed ones. */
  private static ProtoWriter integers(long... values) {
    ProtoWriter list = new ProtoWriter();
    for (long value : values) {
      list.varint(1, value);
    }
    return list;
  }

  /** The least number of bytes of an image. */
  static int imageBytes(InputSpec input) {
    return Math.multiplyExact(input.values(), Float.BYTES);
  }

  /**
   * The row of an image.
   *
   * @param head the record from its begin on, or the first 40 bytes of it
   * @throws IOException if it is another record
   */
  static int row(ByteBuffer head) throws IOException {
    try {
      expect(head, 1 << 3 | 2); // features
      varint(head);
      expect(head, 1 << 3 | 2); // the first of them
      varint(head);
      expect(head, KEY << 3 | 2);
      expect(head, ROW.length());
      for (int i = 0; i < ROW.length(); i++) {
        expect(head, ROW.charAt(i));
      }
      expect(head, VALUE << 3 | 2);
      varint(head);
      expect(head, INTEGERS << 3 | 2);
      varint(head);
      expect(head, 1 << 3);
      return Math.toIntExact(varint(head));
    } catch (java.nio.BufferUnderflowException | ArithmeticException e) {
      throw new IOException("a record is no image", e);
    }
  }

  private static void expect(ByteBuffer head, int value) throws IOException {
    if ((head.get() & 0xff) != value) {
      throw new IOException("a record is no image");
    }
  }

  private static long varint(ByteBuffer head) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int part = head.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  /** The values of an image. */
  static void read(byte[] record, InputSpec input, float[] target, int offset) throws IOException {
    int size = imageBytes(input);
    if (record.length < size) {
      throw new IOException("a record is too short for an image");
    }
    ByteBuffer.wrap(record, record.length - size, size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(target, offset, input.values());
  }
}
