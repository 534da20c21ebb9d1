// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** One field of a CSV file (RFC 4180, section 2). */
public final class CsvField {
  private CsvField() {}

  /** The text, quoted only if it must be: with a comma, a quote or a line end in it. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
