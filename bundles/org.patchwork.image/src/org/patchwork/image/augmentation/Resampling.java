// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import org.patchwork.image.ImagePatch;

/** Images read at places between their pixels. */
final class Resampling {
  private static final double KEYS = -0.5;

  private Resampling() {}

  /** A place in the image for each pixel of the result. */
  interface Place {
    double of(int y, int x);
  }

  /** Bilinear; places outside are mirrored at the edges, the outermost pixels doubled. */
  static ImagePatch bilinear(ImagePatch image, Place sourceY, Place sourceX) {
    int channels = image.channels();
    float[] out = new float[image.values().length];
    int i = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double inY = mirrored(sourceY.of(y, x), image.height());
        double inX = mirrored(sourceX.of(y, x), image.width());
        int top = (int) inY;
        int left = (int) inX;
        int bottom = Math.min(top + 1, image.height() - 1);
        int right = Math.min(left + 1, image.width() - 1);
        float down = (float) (inY - top);
        float across = (float) (inX - left);
        for (int c = 0; c < channels; c++) {
          float above = mix(image.at(top, left, c), image.at(top, right, c), across);
          float below = mix(image.at(bottom, left, c), image.at(bottom, right, c), across);
          out[i++] = mix(above, below, down);
        }
      }
    }
    return Pixels.like(image, out);
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }

  private static double mirrored(double place, int size) {
    double period = 2.0 * size;
    double inside = place - Math.floor(place / period) * period;
    return Math.clamp(inside < size ? inside : period - 1 - inside, 0, size - 1);
  }

  /**
   * Bicubic (Keys 1981, a = −0.5) from a box of the image to the size of the image: half-pixel
   * centres, no smoothing before shrinking, pixels outside the box left out of the weights.
   */
  static ImagePatch bicubic(ImagePatch image, int top, int left, int height, int width) {
    Taps rows = new Taps(top, height, image.height());
    Taps columns = new Taps(left, width, image.width());
    int channels = image.channels();
    int rowWidth = image.width() * channels;
    float[] wide = new float[height * rowWidth];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int c = 0; c < channels; c++) {
          float sum = 0;
          for (int k = 0; k < 4; k++) {
            sum += columns.weight[x][k] * image.at(top + y, columns.index[x][k], c);
          }
          wide[y * rowWidth + x * channels + c] = sum;
        }
      }
    }
    float[] out = new float[image.values().length];
    for (int y = 0; y < image.height(); y++) {
      for (int i = 0; i < rowWidth; i++) {
        float sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += rows.weight[y][k] * wide[(rows.index[y][k] - top) * rowWidth + i];
        }
        out[y * rowWidth + i] = sum;
      }
    }
    return Pixels.like(image, out);
  }

  /** Four source pixels and their weights for each target pixel along one side. */
  private static final class Taps {
    final int[][] index;
    final float[][] weight;

    Taps(int first, int from, int to) {
      index = new int[to][4];
      weight = new float[to][4];
      for (int i = 0; i < to; i++) {
        double place = (i + 0.5) * from / to - 0.5;
        int floor = (int) Math.floor(place);
        double sum = 0;
        double[] raw = new double[4];
        for (int k = 0; k < 4; k++) {
          int at = floor - 1 + k;
          raw[k] = at < 0 || at >= from ? 0 : cubic(Math.abs(place - at));
          sum += raw[k];
          index[i][k] = first + Math.clamp(at, 0, from - 1);
        }
        for (int k = 0; k < 4; k++) {
          weight[i][k] = (float) (raw[k] / sum);
        }
      }
    }

    private static double cubic(double distance) {
      if (distance < 1) {
        return ((KEYS + 2) * distance - (KEYS + 3)) * distance * distance + 1;
      }
      return distance < 2 ? KEYS * (((distance - 5) * distance + 8) * distance - 4) : 0;
    }
  }
}
