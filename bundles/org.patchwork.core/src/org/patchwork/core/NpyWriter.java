// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Appends rows to a NumPy array file. The file is a whole array at every moment: the rows come
 * behind the header, which gets the new row count by {@link #flush} only after they are on disk
 * (NumPy leaves room for the digits). A process that is killed loses the rows since the last flush
 * and nothing else: {@link #open} takes up where the header ends, and rows behind that are written
 * over.
 *
 * <p>Used by one thread at a time. Close it.
 */
public final class NpyWriter implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final NpyType type;
  private final int[] rowShape;
  private final int offset;
  private final ByteBuffer row;
  private int rows;
  private int flushed;

  private NpyWriter(Path file, FileChannel channel, NpyHeader header) {
    this.file = file;
    this.channel = channel;
    this.type = header.type();
    this.rowShape = header.rowShape();
    this.offset = header.offset();
    this.rows = header.rows();
    this.flushed = header.rows();
    this.row =
        ByteBuffer.allocate(Math.toIntExact(header.rowBytes())).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Opens a file to append to, or begins it; {@link #rows} says how many rows it has.
   *
   * @param type {@link NpyType#FLOAT32} or {@link NpyType#FLOAT16}
   * @param rowShape shape of a row; an existing file must have the same
   * @throws ProjectFormatException if the file is something else
   */
  public static NpyWriter open(Path file, NpyType type, int[] rowShape)
      throws ProjectFormatException {
    if (type == NpyType.FLOAT64) {
      throw new IllegalArgumentException("Features are written as float32 or float16");
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      NpyWriter writer = new NpyWriter(file, channel, header(file, channel, type, rowShape));
      channel = null;
      return writer;
    } catch (IOException e) {
      throw failed(file, e);
    } finally {
      closeQuietly(channel, file);
    }
  }

  private static NpyHeader header(Path file, FileChannel channel, NpyType type, int[] rowShape)
      throws IOException, ProjectFormatException {
    NpyHeader wanted = NpyHeader.of(type, 0, rowShape);
    if (channel.size() < wanted.offset()) { // new, or killed before its header was there
      writeFully(channel, ByteBuffer.wrap(wanted.toBytes()), 0);
      return wanted;
    }
    NpyHeader found = NpyHeader.read(channel, file);
    if (found.type() != type
        || !Arrays.equals(found.rowShape(), rowShape)
        || found.offset() != wanted.offset()
        || found.order() != ByteOrder.LITTLE_ENDIAN) {
      throw new ProjectFormatException(
          "The file "
              + file
              + " holds rows of "
              + Arrays.toString(found.rowShape())
              + " "
              + found.type()
              + ", so rows of "
              + Arrays.toString(rowShape)
              + " "
              + type
              + " cannot be appended; delete it to begin anew.");
    }
    if (found.end() > channel.size()) {
      throw new ProjectFormatException(
          "The file " + file + " is cut off; delete it to extract its features again.");
    }
    return found;
  }

  private static void closeQuietly(FileChannel channel, Path file) throws ProjectFormatException {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw failed(file, e);
      }
    }
  }

  /** Number of rows, those not yet flushed included. */
  public int rows() {
    return rows;
  }

  /**
   * Appends one row.
   *
   * @param values row-major
   * @param start of the row in {@code values}
   */
  public void append(float[] values, int start) throws ProjectFormatException {
    row.clear();
    int width = row.capacity() / type.bytes();
    for (int i = start; i < start + width; i++) {
      if (type == NpyType.FLOAT16) {
        row.putShort(Float.floatToFloat16(values[i]));
      } else {
        row.putFloat(values[i]);
      }
    }
    try {
      writeFully(channel, row.flip(), offset + (long) rows * row.capacity());
      rows++;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Brings all rows to disk and then counts them in the header. */
  public void flush() throws ProjectFormatException {
    if (flushed == rows) {
      return;
    }
    try {
      channel.force(true);
      writeFully(channel, ByteBuffer.wrap(NpyHeader.of(type, rows, rowShape).toBytes()), 0);
      channel.force(true);
      flushed = rows;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  private static ProjectFormatException failed(Path file, IOException e) {
    return new ProjectFormatException(
        "The features cannot be written to "
            + file
            + ": "
            + e.getMessage()
            + ". Make room or check the permissions, and start again; what is written is kept.",
        e);
  }

  /** Flushes and closes. */
  @Override
  public void close() throws ProjectFormatException {
    try (channel) {
      flush();
      long end = offset + (long) rows * row.capacity();
      if (channel.size() > end) { // left by a killed process that had come further
        channel.truncate(end);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }
}
