// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import org.patchwork.image.ImagePatch;

/**
 * A map without its grain, for lines: gradients jump from pixel to pixel, and lines around single
 * pixels tell nothing.
 *
 * @param map {@code [height, width, 1]}
 */
record SmoothMap(ImagePatch map) {
  /** Standard deviation of the Gauss kernel as a part of the longer side. */
  private static final double DEVIATION = 1 / 32.0;

  static SmoothMap of(ImagePatch map) {
    double[] kernel = kernel(DEVIATION * Math.max(map.height(), map.width()));
    float[] down = blurred(map.values(), map.height(), map.width(), kernel, true);
    float[] both = blurred(down, map.height(), map.width(), kernel, false);
    return new SmoothMap(new ImagePatch(map.height(), map.width(), 1, both));
  }

  private static double[] kernel(double deviation) {
    int radius = (int) Math.max(1, Math.ceil(3 * deviation));
    double[] kernel = new double[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double away = (i - radius) / Math.max(deviation, 0.5);
      kernel[i] = Math.exp(-away * away / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Beyond the edges stand the values of the edges. */
  private static float[] blurred(
      float[] values, int height, int width, double[] kernel, boolean down) {
    float[] blurred = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        int by = k - kernel.length / 2;
        int y = Math.clamp(i / width + (down ? by : 0), 0, height - 1);
        int x = Math.clamp(i % width + (down ? 0 : by), 0, width - 1);
        sum += kernel[k] * values[y * width + x];
      }
      blurred[i] = (float) sum;
    }
    return blurred;
  }

  /**
   * For each pixel of the enlarged map the number of levels that it reaches, bilinear between the
   * pixels of the map.
   *
   * @param parts levels as parts of the largest value, ascending
   */
  int[] levels(int factor, double... parts) {
    float top = 0;
    for (float value : map.values()) {
      top = Math.max(top, value);
    }
    int height = map.height() * factor;
    int width = map.width() * factor;
    int[] levels = new int[height * width];
    for (int i = 0; i < levels.length; i++) {
      int y = i / width;
      int x = i % width;
      double value = at((y + 0.5) / factor - 0.5, (x + 0.5) / factor - 0.5);
      for (double part : parts) {
        levels[i] += top > 0 && value >= part * top ? 1 : 0;
      }
    }
    return levels;
  }

  private double at(double y, double x) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    return (1 - down) * ((1 - right) * near(top, left) + right * near(top, left + 1))
        + down * ((1 - right) * near(top + 1, left) + right * near(top + 1, left + 1));
  }

  private float near(int y, int x) {
    return map.at(Math.clamp(y, 0, map.height() - 1), Math.clamp(x, 0, map.width() - 1), 0);
  }
}
