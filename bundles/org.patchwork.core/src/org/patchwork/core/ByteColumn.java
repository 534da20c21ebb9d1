// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Arrays;

/**
 * A persistent column of bytes: immutable, in chunks, so that a changed copy shares every chunk
 * that did not change. Changing k cells costs O(k · chunk + rows / chunk) at worst, not O(rows).
 */
final class ByteColumn {
  private static final int SHIFT = 11;

  /** Rows in a chunk. */
  static final int CHUNK = 1 << SHIFT;

  private static final int MASK = CHUNK - 1;

  private final byte[][] chunks;
  private final int size;

  private ByteColumn(byte[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  static ByteColumn filled(int size, byte value) {
    byte[] shared = new byte[CHUNK];
    Arrays.fill(shared, value);
    byte[][] chunks = new byte[(size + MASK) >>> SHIFT][];
    Arrays.fill(chunks, shared); // one chunk for all: a new class over 10^6 rows costs nothing
    return new ByteColumn(chunks, size);
  }

  static ByteColumn of(byte[] values) {
    byte[][] chunks = new byte[(values.length + MASK) >>> SHIFT][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = Arrays.copyOfRange(values, i << SHIFT, (i << SHIFT) + CHUNK);
    }
    return new ByteColumn(chunks, values.length);
  }

  int size() {
    return size;
  }

  byte get(int row) {
    return chunks[row >>> SHIFT][row & MASK];
  }

  /**
   * The values of rows {@code index · CHUNK} and on, {@link #CHUNK} of them, those behind the last
   * row without meaning; must not be changed.
   */
  byte[] chunk(int index) {
    return chunks[index];
  }

  /** The values of the rows, {@code to − from} of them, to the start of {@code target}. */
  void gather(int[] rows, int from, int to, byte[] target) {
    for (int i = from; i < to; i++) {
      target[i - from] = get(rows[i]);
    }
  }

  ByteColumn with(int[] rows, byte[] values) {
    byte[][] changed = chunks.clone();
    boolean[] own = new boolean[chunks.length];
    for (int i = 0; i < rows.length; i++) {
      int chunk = rows[i] >>> SHIFT;
      if (!own[chunk]) {
        changed[chunk] = changed[chunk].clone();
        own[chunk] = true;
      }
      changed[chunk][rows[i] & MASK] = values[i];
    }
    return new ByteColumn(changed, size);
  }

  ByteColumn grown(int newSize, byte value) {
    ByteColumn tail = filled(newSize, value);
    byte[][] all = tail.chunks;
    System.arraycopy(chunks, 0, all, 0, chunks.length);
    if (chunks.length > 0 && (size & MASK) != 0) {
      byte[] last = chunks[chunks.length - 1].clone();
      Arrays.fill(last, size & MASK, CHUNK, value);
      all[chunks.length - 1] = last;
    }
    return new ByteColumn(all, newSize);
  }

  ByteColumn first(int newSize) {
    if (newSize < 0 || newSize > size) {
      throw new IllegalArgumentException(
          "Cannot keep the first " + newSize + " of " + size + " rows");
    }
    return new ByteColumn(Arrays.copyOf(chunks, (newSize + MASK) >>> SHIFT), newSize);
  }
}
