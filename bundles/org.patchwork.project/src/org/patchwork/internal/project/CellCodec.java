// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The compact form of changed cells in the event log.
 *
 * <p>Rows: pairs (gap, length) of runs of neighbouring rows, each number in 7-bit groups, lowest
 * first, the high bit set on all but the last (LEB128); the gap counts from the end of the run
 * before. Values: one byte if all are equal, otherwise one byte per row.
 */
final class CellCodec {
  private CellCodec() {}

  static byte[] encodeRows(int[] rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int end = 0;
    for (int i = 0; i < rows.length; ) {
      int first = i;
      do {
        i++;
      } while (i < rows.length && rows[i] == rows[i - 1] + 1);
      writeNumber(out, rows[first] - end);
      writeNumber(out, i - first);
      end = rows[first] + i - first;
    }
    return out.toByteArray();
  }

  static int[] decodeRows(byte[] bytes) {
    int[] rows = new int[16];
    int count = 0;
    int row = 0;
    Reader in = new Reader(bytes);
    while (in.more()) {
      row += in.number();
      int length = in.number();
      if (rows.length < count + length) {
        rows = Arrays.copyOf(rows, Math.max(count + length, rows.length * 2));
      }
      for (int i = 0; i < length; i++) {
        rows[count++] = row++;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** Number of rows in the compact form. */
  static int count(byte[] bytes) {
    int count = 0;
    Reader in = new Reader(bytes);
    while (in.more()) {
      in.number(); // the gap
      count += in.number();
    }
    return count;
  }

  static byte[] encodeValues(byte[] values) {
    for (byte value : values) {
      if (value != values[0]) {
        return values;
      }
    }
    return new byte[] {values[0]};
  }

  static byte[] decodeValues(byte[] bytes, int count) {
    if (bytes.length == count) {
      return bytes;
    }
    if (bytes.length != 1) {
      throw new IllegalArgumentException(bytes.length + " values for " + count + " rows");
    }
    byte[] values = new byte[count];
    Arrays.fill(values, bytes[0]);
    return values;
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static final class Reader {
    private final byte[] bytes;
    private int position;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean more() {
      return position < bytes.length;
    }

    int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[position++];
        number |= (b & 0x7f) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }
}
