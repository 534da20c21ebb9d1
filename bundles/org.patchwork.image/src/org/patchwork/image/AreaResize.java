// SPDX-License-Identifier: MIT
package org.patchwork.image;

/**
 * Makes images smaller: each pixel of the result is the mean of the area that it covers, pixels at
 * its border counting as much as they are covered. For views and masks; what networks are fed with
 * otherwise is resized by {@link ImageLoader}.
 */
public final class AreaResize {
  private AreaResize() {}

  /**
   * An image at a smaller size, or the image itself at its own.
   *
   * @param height at most that of the image
   * @param width at most that of the image
   * @throws IllegalArgumentException if it would become larger
   */
  public static ImagePatch shrink(ImagePatch image, int height, int width) {
    if (height < 1 || width < 1 || height > image.height() || width > image.width()) {
      throw new IllegalArgumentException(
          "An image of "
              + image.height()
              + "×"
              + image.width()
              + " does not shrink to "
              + height
              + "×"
              + width);
    }
    if (height == image.height() && width == image.width()) {
      return image;
    }
    int channels = image.channels();
    int row = image.width() * channels;
    float[] low = along(image.values(), 1, image.height(), row, height);
    float[] small = along(low, height, image.width(), channels, width);
    return new ImagePatch(height, width, channels, small);
  }

  /** Means along the middle one of three dimensions. */
  private static float[] along(float[] values, int outer, int from, int inner, int to) {
    float[] means = new float[outer * to * inner];
    double scale = (double) from / to;
    for (int i = 0; i < to; i++) {
      double begin = i * scale;
      double end = Math.min(from, begin + scale);
      for (int j = (int) begin; j < end; j++) {
        float share = (float) ((Math.min(end, j + 1) - Math.max(begin, j)) / scale);
        for (int o = 0; o < outer; o++) {
          int source = (o * from + j) * inner;
          int target = (o * to + i) * inner;
          for (int k = 0; k < inner; k++) {
            means[target + k] += share * values[source + k];
          }
        }
      }
    }
    return means;
  }
}
