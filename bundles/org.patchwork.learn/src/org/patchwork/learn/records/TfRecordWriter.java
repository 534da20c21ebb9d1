// SPDX-License-Identifier: MIT
package org.patchwork.learn.records;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes a TFRecord file. A record is its length, the masked CRC-32C of the length, the bytes, and
 * their masked CRC-32C, all little-endian (TensorFlow, {@code lib/io/record_writer.cc}).
 */
public final class TfRecordWriter implements AutoCloseable {
  private static final int MASK = 0xa282ead8;

  private final OutputStream file;

  /**
   * Writes records to a stream.
   *
   * @param file closed with this writer; each record is written at once, so buffer it where records
   *     are small and many
   */
  public TfRecordWriter(OutputStream file) {
    this.file = file;
  }

  /** Adds a record. */
  public void write(byte[] data) throws IOException {
    byte[] length =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    file.write(length);
    file.write(bytes(maskedChecksum(length)));
    file.write(data);
    file.write(bytes(maskedChecksum(data)));
  }

  private static byte[] bytes(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  /** The checksum as it stands in files: rotated and shifted, so that it may cover checksums. */
  static int maskedChecksum(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int value = (int) crc.getValue();
    return ((value >>> 15) | (value << 17)) + MASK;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
