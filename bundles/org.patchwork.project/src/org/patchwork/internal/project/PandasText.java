// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.math.BigDecimal;
import java.util.Set;

/** How pandas writes and reads single values of a CSV file. */
final class PandasText {
  /**
   * The texts that {@code pandas.read_csv} takes for a missing value by default (pandas 2 and 3).
   */
  private static final Set<String> MISSING =
      Set.of(
          "",
          "#N/A",
          "#N/A N/A",
          "#NA",
          "-1.#IND",
          "-1.#QNAN",
          "-NaN",
          "-nan",
          "1.#IND",
          "1.#QNAN",
          "<NA>",
          "N/A",
          "NA",
          "NULL",
          "NaN",
          "None",
          "n/a",
          "nan",
          "null");

  private PandasText() {}

  static boolean missing(String text) {
    return MISSING.contains(text);
  }

  /**
   * The shortest text that reads back as the same 64-bit number, in Python's spelling; empty for
   * NaN.
   */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    } else if (exponent >= -4 && exponent < 16) {
      String plain = digits.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** The number, or NaN if the text is none. */
  static double parse(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
