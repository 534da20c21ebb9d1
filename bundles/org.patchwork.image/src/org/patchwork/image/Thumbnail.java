// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * A small picture for the screen, or the reason why there is none.
 *
 * @param width in pixels, 0 if it failed
 * @param height in pixels, 0 if it failed
 * @param rgb {@code width × height × 3} bytes, row by row; must not be changed
 * @param error why the image cannot be shown, naming the file; null if it can
 */
public record Thumbnail(int width, int height, byte[] rgb, String error) {
  private static final byte[] NOTHING = {};

  public Thumbnail {
    if (rgb.length != width * height * 3) {
      throw new IllegalArgumentException(
          rgb.length + " bytes do not make " + width + "×" + height + " RGB pixels");
    }
  }

  /** What stands in for an unreadable image. */
  public static Thumbnail failed(String error) {
    return new Thumbnail(0, 0, NOTHING, error);
  }

  /** True if the image cannot be shown; {@link #error()} says why. */
  public boolean failed() {
    return error != null;
  }
}
