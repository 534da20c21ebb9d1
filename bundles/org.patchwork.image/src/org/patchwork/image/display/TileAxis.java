// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

/**
 * One side of an image, cut into tiles of equal size; the last one may reach beyond the edge.
 *
 * @param length of the image in pixels
 * @param tile size of a tile in pixels, at least 1
 * @param count number of tiles
 */
record TileAxis(int length, int tile, int count) {
  static TileAxis of(int length, int tiles) {
    int tile = Math.max(1, length / tiles);
    return new TileAxis(length, tile, (length + tile - 1) / tile);
  }

  /** The pixel that stands in for one beyond the edge: as in a mirror on the last pixel. */
  int reflect(int place) {
    return place < length ? place : Math.max(0, 2 * (length - 1) - place);
  }

  /**
   * Between which centres of tiles pixels lie; beyond the outermost centres, both are the same.
   *
   * @param lower tile before the pixel
   * @param upper tile behind it
   * @param fraction 0 at the centre of the lower, nearly 1 at that of the upper
   */
  record Places(int[] lower, int[] upper, double[] fraction) {}

  /**
   * Finds the places of evenly spaced pixels.
   *
   * @param start where the first pixel begins
   * @param size of a pixel; 1 for the pixels of the image itself
   */
  Places places(double start, double size, int pixels) {
    Places places = new Places(new int[pixels], new int[pixels], new double[pixels]);
    int half = tile / 2; // a whole number of pixels
    for (int i = 0; i < pixels; i++) {
      double place = start + (i + 0.5) * size - 0.5;
      double centre = (place + half) / tile;
      int block = (int) Math.floor(centre);
      places.lower[i] = bounded(block - 1);
      places.upper[i] = bounded(block);
      places.fraction[i] = centre - block;
    }
    return places;
  }

  private int bounded(int tileNumber) {
    return Math.max(0, Math.min(count - 1, tileNumber));
  }
}
