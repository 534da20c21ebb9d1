// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.records.TfRecordReader;
import org.patchwork.learn.records.TfRecordWriter;

/**
 * A TFRecord file of images, read at any place and written at the end. Where each image stands is
 * learned from the heads of the records when the file is opened; a record that a kill cut off is
 * removed. Thread-safe, and deaf to interrupts, which end the threads of a batch that nobody wants
 * any more and would close a channel.
 */
final class RecordShard {
  private static final int FRAME = Long.BYTES + 2 * Integer.BYTES;

  private final Path file;
  private final RandomAccessFile content;
  private final InputSpec input;
  private final ConcurrentMap<Integer, Place> places = new ConcurrentHashMap<>();
  private long end;

  private record Place(long begin, int size) {}

  private RecordShard(Path file, RandomAccessFile content, InputSpec input) {
    this.file = file;
    this.content = content;
    this.input = input;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param rows number of images there can be
   * @throws IOException if it holds something else
   */
  static RecordShard open(Path file, InputSpec input, int rows) throws IOException {
    RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
    RecordShard shard = new RecordShard(file, content, input);
    try {
      shard.findRecords(rows);
      return shard;
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  private synchronized void findRecords(int rows) throws IOException {
    long size = content.length();
    long at = 0;
    while (at + FRAME <= size) {
      ByteBuffer head = bytes(at, (int) Math.min(size - at, Long.BYTES + Integer.BYTES + 64));
      long length = head.getLong();
      if (length < ImageExample.imageBytes(input) || length > Integer.MAX_VALUE - FRAME) {
        throw new IOException(file.getFileName() + " holds other records");
      } else if (at + FRAME + length > size) {
        break;
      }
      head.position(Long.BYTES + Integer.BYTES);
      int row = ImageExample.row(head);
      if (row < 0 || row >= rows) {
        throw new IOException(file.getFileName() + " holds other records");
      }
      places.put(row, new Place(at, (int) length + FRAME));
      at += FRAME + length;
    }
    content.setLength(at);
    end = at;
  }

  private synchronized ByteBuffer bytes(long at, int size) throws IOException {
    byte[] bytes = new byte[size];
    content.seek(at);
    content.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  Path file() {
    return file;
  }

  int count() {
    return places.size();
  }

  /**
   * Reads an image.
   *
   * @return false if it is not there
   * @throws IOException if the record is damaged
   */
  boolean read(int row, float[] target, int offset) throws IOException {
    Place place = places.get(row);
    if (place == null) {
      return false;
    }
    byte[] framed = bytes(place.begin(), place.size()).array();
    try (TfRecordReader reader = new TfRecordReader(new ByteArrayInputStream(framed))) {
      byte[] record = reader.next().orElseThrow(EOFException::new);
      ImageExample.read(record, input, target, offset);
    }
    return true;
  }

  /** Adds an image, unless another thread has. */
  void write(int row, String path, float[] values, int offset) throws IOException {
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    try (TfRecordWriter writer = new TfRecordWriter(framed)) {
      writer.write(ImageExample.of(row, path, input, values, offset));
    }
    append(row, framed.toByteArray());
  }

  private synchronized void append(int row, byte[] framed) throws IOException {
    if (!places.containsKey(row)) {
      content.seek(end);
      content.write(framed);
      places.put(row, new Place(end, framed.length));
      end += framed.length;
    }
  }

  /** Closes the file; everything stands in it already. */
  void closeQuietly() {
    try {
      content.close();
    } catch (IOException e) {
      System.getLogger(RecordShard.class.getName())
          .log(System.Logger.Level.WARNING, "Cannot close " + file, e);
    }
  }
}
