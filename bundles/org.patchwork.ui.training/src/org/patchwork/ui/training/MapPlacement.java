// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

/**
 * Where the points of a map are on the screen: the whole map fitted into the canvas, or a part of
 * it enlarged. Immutable.
 *
 * @param scale pixels per unit of the map
 * @param left pixels from the left edge of the canvas to the map's zero
 * @param top pixels from the upper edge of the canvas to the map's zero
 */
record MapPlacement(double scale, double left, double top) {
  private static final int MARGIN = 24;
  private static final double MOST = 200;

  /** The whole map, in the middle of a canvas. */
  static MapPlacement fitted(float[] x, float[] y, int width, int height) {
    double minX = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      minX = Math.min(minX, x[i]);
      maxX = Math.max(maxX, x[i]);
      minY = Math.min(minY, y[i]);
      maxY = Math.max(maxY, y[i]);
    }
    double wide = Math.max(1e-6, maxX - minX);
    double high = Math.max(1e-6, maxY - minY);
    double scale =
        Math.min(Math.max(1, width - 2 * MARGIN) / wide, Math.max(1, height - 2 * MARGIN) / high);
    return new MapPlacement(
        scale, width / 2.0 - scale * (minX + maxX) / 2, height / 2.0 - scale * (minY + maxY) / 2);
  }

  double screenX(float x) {
    return left + scale * x;
  }

  double screenY(float y) {
    return top + scale * y;
  }

  /** Enlarged by a factor around a place on the screen, which stays where it is. */
  MapPlacement zoomed(double factor, int x, int y, MapPlacement whole) {
    double limited = Math.clamp(scale * factor, whole.scale, whole.scale * MOST);
    if (limited == whole.scale) {
      return whole;
    }
    double real = limited / scale;
    return new MapPlacement(limited, x - real * (x - left), y - real * (y - top));
  }

  /** Moved by so many pixels. */
  MapPlacement moved(int dx, int dy) {
    return new MapPlacement(scale, left + dx, top + dy);
  }
}
