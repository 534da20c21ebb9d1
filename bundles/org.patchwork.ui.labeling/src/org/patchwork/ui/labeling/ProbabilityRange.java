// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

/**
 * A range of probabilities as a user types it.
 *
 * @param min from 0 to 1
 * @param max from {@code min} to 1
 */
record ProbabilityRange(double min, double max) {

  /**
   * Reads two numbers with spaces, a dash or "to" between them.
   *
   * @throws IllegalArgumentException if the text is no range; says what one looks like
   */
  static ProbabilityRange parse(String text) {
    String[] parts = text.strip().split("\\s*(–|-|\\bto\\b|\\s)\\s*");
    try {
      double min = Double.parseDouble(parts[0]);
      double max = Double.parseDouble(parts[parts.length - 1]);
      if (parts.length == 2 && min >= 0 && min <= max && max <= 1) {
        return new ProbabilityRange(min, max);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(message(), e);
    }
    throw new IllegalArgumentException(message());
  }

  /** What is wrong with the text, or null. */
  static String problem(String text) {
    try {
      parse(text);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static String message() {
    return "Two numbers from 0 to 1, the smaller one first, for example 0.2 0.8.";
  }
}
