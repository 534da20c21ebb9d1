// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;

/** A line drawn by hand around points, closed from its end to its start. */
final class Lasso {
  private static final int LEAST_STEP = 2;

  private int[] points = new int[64]; // x0, y0, x1, y1, …
  private int count;

  /** Draws on to a place; places next to the last one are passed over. */
  void add(int x, int y) {
    if (count > 0
        && Math.abs(points[2 * count - 2] - x) < LEAST_STEP
        && Math.abs(points[2 * count - 1] - y) < LEAST_STEP) {
      return;
    }
    if (2 * count == points.length) {
      points = Arrays.copyOf(points, 2 * points.length);
    }
    points[2 * count] = x;
    points[2 * count + 1] = y;
    count++;
  }

  /** The places one behind the other, as a graphics context takes them. */
  int[] polygon() {
    return Arrays.copyOf(points, 2 * count);
  }

  /** True if nothing but a click was made. */
  boolean isPoint() {
    return count < 3;
  }

  /** True if the place is inside, by the number of lines to its right (even-odd rule). */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = count - 1; i < count; j = i++) {
      double y1 = points[2 * i + 1];
      double y2 = points[2 * j + 1];
      if (y1 > y != y2 > y) {
        double crossing = points[2 * i] + (y - y1) / (y2 - y1) * (points[2 * j] - points[2 * i]);
        inside ^= x < crossing;
      }
    }
    return inside;
  }
}
