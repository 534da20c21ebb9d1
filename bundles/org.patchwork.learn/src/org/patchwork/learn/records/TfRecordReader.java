// SPDX-License-Identifier: MIT
package org.patchwork.learn.records;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the records of a TFRecord file one after the other; see {@link TfRecordWriter}. */
public final class TfRecordReader implements AutoCloseable {
  private final InputStream file;

  /**
   * Reads records from a stream.
   *
   * @param file closed with this reader
   */
  public TfRecordReader(InputStream file) {
    this.file = file;
  }

  /**
   * The next record.
   *
   * @return empty at the end of the file
   * @throws IOException if the file ends within a record, or a checksum does not fit
   */
  public Optional<byte[]> next() throws IOException {
    byte[] length = file.readNBytes(Long.BYTES);
    if (length.length == 0) {
      return Optional.empty();
    }
    check(length);
    long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (size < 0 || size > Integer.MAX_VALUE - Long.BYTES) {
      throw new IOException("a record claims " + size + " bytes; the file is damaged");
    }
    byte[] data = file.readNBytes((int) size);
    if (data.length < size) {
      throw new EOFException("it ends within a record");
    }
    check(data);
    return Optional.of(data);
  }

  private void check(byte[] data) throws IOException {
    byte[] stored = file.readNBytes(Integer.BYTES);
    if (stored.length < Integer.BYTES) {
      throw new EOFException("it ends within a record");
    }
    int checksum = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (checksum != TfRecordWriter.maskedChecksum(data)) {
      throw new IOException("the checksum of a record does not fit; the file is damaged");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
