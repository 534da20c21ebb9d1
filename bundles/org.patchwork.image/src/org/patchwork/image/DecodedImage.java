// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.Raster;

/**
 * An image that has been opened, upright, with the numbers that stand in the file: 0…255 for 8
 * bits, 0…65535 for 16 bits, whatever is there for floating point. Reading is safe from many
 * threads. What it holds is freed by the garbage collector.
 */
public interface DecodedImage {
  /** Height and width in pixels. */
  ImageSize size();

  /** Values per pixel, alpha included. */
  int channels();

  /** True if the last channel is alpha. */
  boolean alpha();

  /** Memory it holds, for the cache. */
  long bytes();

  /**
   * Copies a part of one row.
   *
   * @param y row
   * @param x first column
   * @param count number of pixels
   * @param target takes {@code count × channels()} values, pixel by pixel, from index 0 on
   */
  void readRow(int y, int x, int count, float[] target);

  /**
   * An image over a copy of a raster's samples: bytes and unsigned shorts as they are, everything
   * else as float.
   *
   * @param alpha true if the last band is alpha
   */
  static DecodedImage of(Raster raster, boolean alpha) {
    return SampleImage.of(raster, alpha);
  }
}
