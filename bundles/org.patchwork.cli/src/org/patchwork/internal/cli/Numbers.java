// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures that may be missing: null for machines, n/a for people. */
public final class Numbers {
  private static final String MISSING = "n/a";
  private static final String FORMAT = "%.3f";

  private Numbers() {}

  /** The figure, or null. */
  public static Double boxed(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  /** The figure, or null if it is infinite or not a number. */
  public static Double boxed(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  /** Three decimals, as the user writes numbers. */
  public static String text(OptionalDouble figure) {
    return figure.isPresent() ? String.format(FORMAT, figure.getAsDouble()) : MISSING;
  }

  /** Three decimals, as the user writes numbers; missing if infinite or not a number. */
  public static String text(double figure) {
    return Double.isFinite(figure) ? String.format(FORMAT, figure) : MISSING;
  }

  /** Three decimals behind a point, wherever the user is. */
  public static String withPoint(OptionalDouble figure) {
    return figure.isPresent()
        ? String.format(Locale.ENGLISH, FORMAT, figure.getAsDouble())
        : MISSING;
  }
}
