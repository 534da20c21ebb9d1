// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;

/** Features in a memory-mapped array file, in maps of whole rows because one map ends at 2 GB. */
final class NpyFeatureMatrix implements FeatureMatrix {
  private static final long MAP_BYTES = 1L << 30;

  private final NpyHeader header;
  private final int width;
  private final int rowsPerMap;
  private final ByteBuffer[] maps;

  NpyFeatureMatrix(NpyHeader header, FileChannel channel) throws IOException {
    this(header, channel, MAP_BYTES);
  }

  /** For tests: maps of another size. */
  NpyFeatureMatrix(NpyHeader header, FileChannel channel, long mapBytes) throws IOException {
    this.header = header;
    this.width = header.width();
    this.rowsPerMap = (int) Math.min(Integer.MAX_VALUE, Math.max(1, mapBytes / header.rowBytes()));
    this.maps = new ByteBuffer[(int) (((long) header.rows() + rowsPerMap - 1) / rowsPerMap)];
    for (int i = 0; i < maps.length; i++) {
      long first = (long) i * rowsPerMap;
      long count = Math.min(rowsPerMap, header.rows() - first);
      maps[i] =
          channel
              .map(
                  FileChannel.MapMode.READ_ONLY,
                  header.offset() + first * header.rowBytes(),
                  count * header.rowBytes())
              .order(header.order());
    }
  }

  @Override
  public int rows() {
    return header.rows();
  }

  @Override
  public int[] shape() {
    return header.rowShape().clone();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void read(int row, float[] target, int offset) {
    if (row < 0 || row >= header.rows()) {
      throw new IndexOutOfBoundsException("Row " + row + " of " + header.rows());
    }
    ByteBuffer map = maps[row / rowsPerMap];
    int start = row % rowsPerMap * width;
    switch (header.type()) {
      case FLOAT32 -> {
        FloatBuffer floats = map.asFloatBuffer();
        floats.get(start, target, offset, width);
      }
      case FLOAT16 -> {
        ShortBuffer halves = map.asShortBuffer();
        for (int i = 0; i < width; i++) {
          target[offset + i] = Float.float16ToFloat(halves.get(start + i));
        }
      }
      case FLOAT64 -> {
        DoubleBuffer doubles = map.asDoubleBuffer();
        for (int i = 0; i < width; i++) {
          target[offset + i] = (float) doubles.get(start + i);
        }
      }
      default -> throw new IllegalStateException("Type " + header.type());
    }
  }

  @Override
  public void close() {
    // A map lives until the garbage collector finds it: Java 21 has no safe way to unmap.
  }
}
