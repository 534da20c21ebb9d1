// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.util.List;

/**
 * Colours that most people can tell apart, colour-blind or not (Okabe and Ito 2008, without black
 * and yellow).
 */
final class Palette {
  private static final List<String> COLORS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  private Palette() {}

  /** A colour as {@code #rrggbb}; they repeat after six. */
  static String color(int index) {
    return COLORS.get(index % COLORS.size());
  }
}
