// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * The form in which images are wanted.
 *
 * @param height in pixels
 * @param width in pixels
 * @param channels 1 or more; a grey image is repeated, further channels (alpha) are cut off
 * @param norm the raw value that becomes 1.0: 255 for 8-bit images, 65535 for 16-bit, 1 for float
 */
public record InputSpec(int height, int width, int channels, double norm) {
  public InputSpec {
    if (height < 1 || width < 1 || channels < 1 || !(norm > 0)) {
      throw new IllegalArgumentException(
          "Images must have a positive size, channels and norm, not "
              + height
              + "×"
              + width
              + "×"
              + channels
              + "/"
              + norm);
    }
  }

  /** Number of values of one image. */
  public int values() {
    return height * width * channels;
  }
}
