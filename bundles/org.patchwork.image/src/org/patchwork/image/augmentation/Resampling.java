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
    int channels = image.channels();
    Taps rows = new Taps(0, height, image.height());
    Taps columns = new Taps(left, width, image.width());
    int rowWidth = image.width() * channels;
    float[] wide = new float[height * rowWidth];
    for (int y = 0; y < height; y++) {
      columns.across(image.values(), (top + y) * rowWidth, channels, wide, y * rowWidth);
    }
    float[] out = new float[image.values().length];
    for (int y = 0; y < image.height(); y++) {
      rows.down(y, wide, rowWidth, out);
    }
    return Pixels.like(image, out);
  }

  /** Four source pixels and their weights for each target pixel along one side. */
  private static final class Taps {
    private static final int COUNT = 4;

    private final int[] index;
    private final float[] weight;

    Taps(int first, int from, int to) {
      index = new int[COUNT * to];
      weight = new float[COUNT * to];
      for (int i = 0; i < to; i++) {
        double place = (i + 0.5) * from / to - 0.5;
        int floor = (int) Math.floor(place);
        double sum = 0;
        double[] raw = new double[COUNT];
        for (int k = 0; k < COUNT; k++) {
          int at = floor - 1 + k;
          raw[k] = at < 0 || at >= from ? 0 : cubic(Math.abs(place - at));
          sum += raw[k];
          index[COUNT * i + k] = first + Math.clamp(at, 0, from - 1);
        }
        for (int k = 0; k < COUNT; k++) {
          weight[COUNT * i + k] = (float) (raw[k] / sum);
        }
      }
    }

    /** One row of a result, from a row of pixels. */
    void across(float[] source, int row, int channels, float[] target, int offset) {
      int out = offset;
      for (int i = 0; i < index.length; i += COUNT) {
        int a = row + index[i] * channels;
        int b = row + index[i + 1] * channels;
        int c = row + index[i + 2] * channels;
        int d = row + index[i + 3] * channels;
        for (int channel = 0; channel < channels; channel++) {
          target[out++] =
              weight[i] * source[a + channel]
                  + weight[i + 1] * source[b + channel]
                  + weight[i + 2] * source[c + channel]
                  + weight[i + 3] * source[d + channel];
        }
      }
    }

    /** Row {@code y} of a result, from whole rows. */
    void down(int y, float[] source, int width, float[] target) {
      int i = COUNT * y;
      float wa = weight[i];
      float wb = weight[i + 1];
      float wc = weight[i + 2];
      float wd = weight[i + 3];
      int a = index[i] * width;
      int b = index[i + 1] * width;
      int c = index[i + 2] * width;
      int d = index[i + 3] * width;
      int out = y * width;
      for (int x = 0; x < width; x++) {
        target[out + x] =
            wa * source[a + x] + wb * source[b + x] + wc * source[c + x] + wd * source[d + x];
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
