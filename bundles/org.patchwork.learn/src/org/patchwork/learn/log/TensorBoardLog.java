// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes scalars that TensorBoard shows: a TFRecord file of {@code Event} protocol buffers. A
 * record is its length, the masked CRC-32C of the length, the bytes, and their masked CRC-32C, all
 * little-endian (TensorFlow, {@code lib/io/record_writer.cc}; {@code event.proto} fields 1
 * wall_time, 2 step, 3 file_version, 5 summary; {@code summary.proto} fields 1 value, and in it 1
 * tag and 2 simple_value).
 */
public final class TensorBoardLog implements AutoCloseable {
  private static final int DOUBLE = 1;
  private static final int BYTES = 2;
  private static final int FLOAT = 5;

  private final OutputStream file;

  /**
   * Starts a file that TensorBoard finds by its name.
   *
   * @param seconds wall time of the start, in seconds since 1970
   */
  public TensorBoardLog(Path folder, double seconds) throws IOException {
    this.file =
        Files.newOutputStream(
            folder.resolve("events.out.tfevents." + (long) seconds + ".patchwork"));
    Message event = new Message();
    event.fixed64(1, seconds);
    event.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    writeRecord(event.toByteArray());
  }

  /** Adds one point of a curve. */
  public void scalar(String tag, long step, double seconds, double value) throws IOException {
    Message point = new Message();
    point.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
    point.fixed32(2, (float) value);
    Message summary = new Message();
    summary.bytes(1, point.toByteArray());
    Message event = new Message();
    event.fixed64(1, seconds);
    event.varint(2, step);
    event.bytes(5, summary.toByteArray());
    writeRecord(event.toByteArray());
  }

  private void writeRecord(byte[] data) throws IOException {
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    file.write(length);
    file.write(maskedCrc(length));
    file.write(data);
    file.write(maskedCrc(data));
  }

  private static byte[] maskedCrc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int value = (int) crc.getValue();
    int masked = ((value >>> 15) | (value << 17)) + 0xa282ead8;
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** A protocol buffer under construction. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    void varint(int field, long value) throws IOException {
      key(field, 0);
      raw(value);
    }

    void fixed64(int field, double value) throws IOException {
      key(field, DOUBLE);
      out.writeLong(Long.reverseBytes(Double.doubleToLongBits(value)));
    }

    void fixed32(int field, float value) throws IOException {
      key(field, FLOAT);
      out.writeInt(Integer.reverseBytes(Float.floatToIntBits(value)));
    }

    void bytes(int field, byte[] value) throws IOException {
      key(field, BYTES);
      raw(value.length);
      out.write(value);
    }

    private void key(int field, int wireType) throws IOException {
      raw((long) field << 3 | wireType);
    }

    private void raw(long value) throws IOException {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
