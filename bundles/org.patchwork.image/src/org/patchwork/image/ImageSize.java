// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * Size of an upright image in pixels.
 *
 * @param height at least 1
 * @param width at least 1
 */
public record ImageSize(int height, int width) {
  public ImageSize {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "An image of " + width + "×" + height + " pixels is empty");
    }
  }

  /** For messages: {@code 640×480}, width first. */
  @Override
  public String toString() {
    return width + "×" + height;
  }
}
