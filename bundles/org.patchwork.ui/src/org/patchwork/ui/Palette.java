// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours offered for classes, in the order in which new classes take them: Okabe and Ito, "Color
 * universal design" (2008), without black, then Paul Tol's "muted" scheme (2021); told apart by
 * colour-blind eyes, too. A class is never shown by its colour alone.
 */
public final class Palette {
  private static final List<String> COLORS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442", "#882255",
          "#44aa99", "#332288", "#ddcc77", "#117733", "#88ccee", "#aa4499", "#999933", "#cc6677");

  private Palette() {}

  /** The colours as {@code #rrggbb}. */
  public static List<String> colors() {
    return COLORS;
  }

  /**
   * Reads {@code #rrggbb}; anything else gives a neutral grey, so that one bad value in a file
   * hides no image.
   */
  public static RGB rgb(String color) {
    if (color == null || !color.matches("#[0-9a-fA-F]{6}")) {
      return new RGB(0x8a, 0x8f, 0x98);
    }
    int value = Integer.parseInt(color.substring(1), 16);
    return new RGB(value >> 16, value >> 8 & 0xff, value & 0xff);
  }

  /** Writes {@code #rrggbb}. */
  public static String hex(RGB rgb) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
  }

  /** Black or white, whichever has the higher contrast on this ground (WCAG 2.1). */
  public static RGB textOn(RGB ground) {
    return luminance(ground) > 0.179 ? new RGB(0x10, 0x12, 0x16) : new RGB(255, 255, 255);
  }

  /** Relative luminance in [0, 1] (WCAG 2.1). */
  static double luminance(RGB rgb) {
    return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
