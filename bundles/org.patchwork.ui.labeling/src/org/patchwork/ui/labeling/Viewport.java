// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.graphics.Rectangle;

/** Which part of a picture is on the screen, and how large. */
final class Viewport {
  private static final double STEP = 1.25;
  private static final double SMALLEST = 0.02;
  private static final double LARGEST = 64;

  private double scale = 1;
  private double left;
  private double top;
  private boolean fitted;

  /** Screen points per pixel of the picture. */
  double scale() {
    return scale;
  }

  /** True if the pixels of the picture are to be seen as squares. */
  boolean magnified() {
    return scale >= 2;
  }

  /** Forgets what was shown, because another picture comes. */
  void forget() {
    fitted = false;
  }

  /** True if exactly this part was fitted last, at whatever size the screen had. */
  boolean shows(Rectangle part, Rectangle area) {
    Rectangle screen = toScreen(part);
    return fitted
        && Math.abs(screen.x + screen.width / 2 - area.width / 2) < 2
        && Math.max((double) screen.width / area.width, (double) screen.height / area.height) > 0.5;
  }

  /**
   * Shows this part of the picture in the middle, as large as fills the given share of the screen.
   */
  void fit(Rectangle part, Rectangle area, double share) {
    scale =
        bounded(
            Math.min((double) area.width / part.width, (double) area.height / part.height) * share);
    left = area.width / 2.0 - (part.x + part.width / 2.0) * scale;
    top = area.height / 2.0 - (part.y + part.height / 2.0) * scale;
    fitted = true;
  }

  /** Closer or farther, while the point of the picture under x and y stays where it is. */
  void zoom(boolean closer, int x, int y) {
    double changed = bounded(closer ? scale * STEP : scale / STEP);
    left = x - (x - left) * changed / scale;
    top = y - (y - top) * changed / scale;
    scale = changed;
    fitted = false;
  }

  void move(int dx, int dy) {
    left += dx;
    top += dy;
    fitted = false;
  }

  /** Where a part of the picture lies on the screen. */
  Rectangle toScreen(Rectangle part) {
    int x = (int) Math.round(left + part.x * scale);
    int y = (int) Math.round(top + part.y * scale);
    return new Rectangle(
        x,
        y,
        (int) Math.round(left + (part.x + part.width) * scale) - x,
        (int) Math.round(top + (part.y + part.height) * scale) - y);
  }

  private static double bounded(double wanted) {
    return Math.max(SMALLEST, Math.min(LARGEST, wanted));
  }
}
