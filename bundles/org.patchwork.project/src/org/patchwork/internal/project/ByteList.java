// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;

/** A growing array of bytes. */
final class ByteList {
  private byte[] values = new byte[64];
  private int size;

  void add(byte value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  byte[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
