// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Which part of a picture is on the screen, and how large. */
final class Viewport {
  private static final double STEP = 1.25;
  private static final double SMALLEST = 0.02;
  private static final double LARGEST = 64;

  private double scale = 1;
  private double left;
  private double top;
  private Rectangle fitted;

  /** Screen points per pixel of the picture. */
  double scale() {
    return scale;
  }

  /** The part that was fitted last, or null if the user has moved or zoomed since. */
  Rectangle fitted() {
    return fitted;
  }

  /** Forgets what was shown, because another picture comes. */
  void forget() {
    fitted = null;
  }

  /**
   * Shows this part of the picture in the middle, as large as fills the given share of the screen.
   */
  void fit(Rectangle part, Rectangle area, double share) {
    scale =
        bounded(
            Math.min((double) area.width / part.width, (double) area.height / part.height) * share);
    center(part, area);
    fitted = part;
  }

  /** Shows the pixels of the picture one to one, with the middle of the screen where it is. */
  void actualSize(Rectangle area) {
    zoomTo(1, area.width / 2, area.height / 2);
  }

  /** Closer or farther, while the point of the picture under x and y stays where it is. */
  void zoom(boolean closer, int x, int y) {
    zoomTo(closer ? scale * STEP : scale / STEP, x, y);
  }

  private void zoomTo(double wanted, int x, int y) {
    double changed = bounded(wanted);
    left = x - (x - left) * changed / scale;
    top = y - (y - top) * changed / scale;
    scale = changed;
    fitted = null;
  }

  void move(int dx, int dy) {
    left += dx;
    top += dy;
    fitted = null;
  }

  /**
   * Keeps the picture on the screen: its middle stays in the area if it is smaller, and there is no
   * gap wider than half the area if it is larger.
   */
  void keepInSight(Rectangle picture, Rectangle area) {
    left = bounded(left, picture.width * scale, area.width);
    top = bounded(top, picture.height * scale, area.height);
  }

  private static double bounded(double start, double length, int room) {
    double half = room / 2.0;
    return Math.max(half - length, Math.min(half, start));
  }

  /** Shows this part in the middle, as large as everything is. */
  void center(Rectangle part, Rectangle area) {
    left = area.width / 2.0 - (part.x + part.width / 2.0) * scale;
    top = area.height / 2.0 - (part.y + part.height / 2.0) * scale;
  }

  /** Where a part of the picture lies on the screen. */
  Rectangle toScreen(Rectangle part) {
    return toScreen(part.x, part.y, part.x + part.width, part.y + part.height);
  }

  /** As {@link #toScreen(Rectangle)}, from the first column and row to those behind the last. */
  Rectangle toScreen(double fromX, double fromY, double toX, double toY) {
    int x = (int) Math.round(left + fromX * scale);
    int y = (int) Math.round(top + fromY * scale);
    return new Rectangle(
        x, y, (int) Math.round(left + toX * scale) - x, (int) Math.round(top + toY * scale) - y);
  }

  /** The pixel of the picture under a point of the screen. */
  Point toPicture(int x, int y) {
    return new Point((int) Math.floor((x - left) / scale), (int) Math.floor((y - top) / scale));
  }

  /** The pixels of the picture that are on the screen, even in part; empty if none is. */
  Rectangle visible(Rectangle picture, Rectangle area) {
    Point first = toPicture(area.x, area.y);
    Point last = toPicture(area.x + area.width, area.y + area.height);
    return new Rectangle(first.x, first.y, last.x - first.x + 1, last.y - first.y + 1)
        .intersection(picture);
  }

  private static double bounded(double wanted) {
    return Math.max(SMALLEST, Math.min(LARGEST, wanted));
  }
}
