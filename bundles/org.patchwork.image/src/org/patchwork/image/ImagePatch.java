// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * Pixels in memory.
 *
 * @param height in pixels
 * @param width in pixels
 * @param channels values per pixel
 * @param values row-major {@code [height, width, channels]}; not copied, must not be changed
 *     afterwards
 */
public record ImagePatch(int height, int width, int channels, float[] values) {
  public ImagePatch {
    if (values.length != (long) height * width * channels) {
      throw new IllegalArgumentException(
          values.length + " values do not make " + height + "×" + width + "×" + channels);
    }
  }

  /** One value. */
  public float at(int y, int x, int channel) {
    return values[(y * width + x) * channels + channel];
  }
}
