// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.patchwork.core.LabelTable;

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

  /**
   * The rows again.
   *
   * @param limit most rows there can be, lest a damaged length asks for all memory
   * @throws DamagedLogException if the bytes are no rows
   */
  static int[] decodeRows(byte[] bytes, int limit) throws DamagedLogException {
    int count = count(bytes);
    if (count > limit) {
      throw damaged(count + " rows instead of at most " + limit);
    }
    int[] rows = new int[count];
    int next = 0;
    int row = 0;
    Reader in = new Reader(bytes);
    while (in.more()) {
      row += in.number();
      for (int length = in.number(); length > 0; length--) {
        rows[next++] = row++;
      }
    }
    return rows;
  }

  /**
   * Number of rows in the compact form.
   *
   * @throws DamagedLogException if the bytes are no rows
   */
  static int count(byte[] bytes) throws DamagedLogException {
    if (bytes == null) {
      throw damaged("no rows");
    }
    long count = 0;
    long end = 0;
    Reader in = new Reader(bytes);
    while (in.more()) {
      end += in.number(); // the gap
      int length = in.number();
      end += length;
      count += length;
    }
    if (end > Integer.MAX_VALUE) {
      throw damaged("rows up to " + end);
    }
    return (int) count;
  }

  private static DamagedLogException damaged(String what) {
    return new DamagedLogException("An entry of the event log names " + what, null);
  }

  static byte[] encodeValues(byte[] values) {
    for (byte value : values) {
      if (value != values[0]) {
        return values;
      }
    }
    return new byte[] {values[0]};
  }

  /**
   * The values again.
   *
   * @throws DamagedLogException if the bytes are no values of so many rows
   */
  static byte[] decodeValues(byte[] bytes, int count) throws DamagedLogException {
    if (bytes == null || (bytes.length != count && bytes.length != 1)) {
      throw damaged("too many or too few values for " + count + " rows");
    }
    for (byte value : bytes) {
      if (value < LabelTable.UNKNOWN || value > LabelTable.PRESENT) {
        throw damaged("the label " + value);
      }
    }
    if (bytes.length == count) {
      return bytes;
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

    int number() throws DamagedLogException {
      long number = 0;
      for (int shift = 0; more() && shift < Integer.SIZE; shift += 7) {
        byte b = bytes[position++];
        number |= (long) (b & 0x7f) << shift;
        if (b >= 0 && number <= Integer.MAX_VALUE) {
          return (int) number;
        }
      }
      throw damaged("rows that end in a number");
    }
  }
}
