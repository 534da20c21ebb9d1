// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** The kinds of floating point numbers in NumPy array files. */
public enum NpyType {
  /** Half precision, {@code f2}: 11 bits of mantissa, up to 65504. */
  FLOAT16("f2", Short.BYTES),
  /** Single precision, {@code f4}. */
  FLOAT32("f4", Float.BYTES),
  /** Double precision, {@code f8}; read as single precision. */
  FLOAT64("f8", Double.BYTES);

  private final String code;
  private final int bytes;

  NpyType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** NumPy's code without the byte order. */
  String code() {
    return code;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The type with this code, or null. */
  static NpyType ofCode(String code) {
    for (NpyType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    return null;
  }
}
