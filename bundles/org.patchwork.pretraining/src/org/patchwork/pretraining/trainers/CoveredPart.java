// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.random.RandomGenerator;

/**
 * The rectangle of an image that is covered.
 *
 * @param top first row
 * @param left first column
 * @param height number of rows
 * @param width number of columns
 */
record CoveredPart(int top, int left, int height, int width) {

  /** Half as high and as wide as the image, anywhere in it. */
  static CoveredPart random(int height, int width, RandomGenerator random) {
    int top = random.nextInt(Math.max(1, height / 2));
    int left = random.nextInt(Math.max(1, width / 2));
    return new CoveredPart(top, left, height / 2, width / 2);
  }

  /** The middle half in each direction. */
  static CoveredPart middle(int height, int width) {
    int top = height / 4;
    int left = width / 4;
    return new CoveredPart(top, left, 3 * height / 4 - top, 3 * width / 4 - left);
  }

  /** Writes 1 for each pixel that is covered into an image of one channel. */
  void write(int imageWidth, float[] values, int offset) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        values[offset + y * imageWidth + x] = 1;
      }
    }
  }

  /** Covers it in black. */
  void blacken(int imageWidth, int channels, float[] values) {
    for (int y = top; y < top + height; y++) {
      int begin = (y * imageWidth + left) * channels;
      java.util.Arrays.fill(values, begin, begin + width * channels, 0);
    }
  }
}
