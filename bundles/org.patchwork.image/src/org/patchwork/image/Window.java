// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * A rectangle of pixels inside an image; the image is upright, as it is shown.
 *
 * @param x first column, from 0 at the left
 * @param y first row, from 0 at the top
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Window(int x, int y, int width, int height) {
  public Window {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "A window needs a place of 0 or more and a size of 1 or more, not "
              + x
              + ","
              + y
              + ","
              + width
              + ","
              + height);
    }
  }

  /** The whole of an image. */
  public static Window all(ImageSize size) {
    return new Window(0, 0, size.width(), size.height());
  }

  /**
   * The part of the window that lies in the image, as the W3C recommendation asks for, or null if
   * it lies outside altogether.
   */
  public Window clip(ImageSize size) {
    if (x >= size.width() || y >= size.height()) {
      return null;
    }
    return new Window(x, y, Math.min(width, size.width() - x), Math.min(height, size.height() - y));
  }

  /** {@code x,y,w,h}, the value of the media fragment. */
  @Override
  public String toString() {
    return x + "," + y + "," + width + "," + height;
  }
}
