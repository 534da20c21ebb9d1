// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.image.ImagePatch;

/**
 * Changes of light and colour by a given amount. Hue and saturation exist for three channels only;
 * other images are returned as they are.
 */
final class Colors {
  private Colors() {}

  /** Times a factor. */
  static ImagePatch brightness(ImagePatch image, double factor) {
    float by = (float) factor;
    return Pixels.map(image, (value, channel) -> value * by);
  }

  /** Distance from the mean of the channel times a factor. */
  static ImagePatch contrast(ImagePatch image, double factor) {
    double[] means = Pixels.channelMeans(image);
    return Pixels.map(
        image, (value, channel) -> (float) ((value - means[channel]) * factor + means[channel]));
  }

  /** Saturation in the sense of HSV times a factor, at most 1. */
  static ImagePatch saturation(ImagePatch image, double factor) {
    if (image.channels() != 3) {
      return image;
    }
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i += 3) {
      float high = Math.max(in[i], Math.max(in[i + 1], in[i + 2]));
      float low = Math.min(in[i], Math.min(in[i + 1], in[i + 2]));
      float range = high - low;
      float limit = range > 0 ? high / range : 1; // beyond it the saturation would pass 1
      float by = Math.clamp((float) factor, 0f, Math.max(limit, 0f));
      for (int c = 0; c < 3; c++) {
        out[i + c] = high - (high - in[i + c]) * by;
      }
    }
    return Pixels.like(image, out);
  }

  /** Hue turned by a part of a full circle. */
  static ImagePatch hue(ImagePatch image, double turn) {
    if (image.channels() != 3) {
      return image;
    }
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i += 3) {
      float high = Math.max(in[i], Math.max(in[i + 1], in[i + 2]));
      float low = Math.min(in[i], Math.min(in[i + 1], in[i + 2]));
      double hue = sixths(in[i], in[i + 1], in[i + 2], high, high - low) + 6 * turn;
      paint(out, i, hue - 6 * Math.floor(hue / 6), high, low);
    }
    return Pixels.like(image, out);
  }

  /** The hue in [0, 6): red 0, green 2, blue 4. */
  private static double sixths(float red, float green, float blue, float high, float range) {
    if (range == 0) {
      return 0;
    } else if (high == red) {
      return (green - blue) / range + (green < blue ? 6 : 0);
    }
    return high == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  }

  private static void paint(float[] out, int at, double hue, float high, float low) {
    int sector = (int) hue % 6;
    float part = (float) (hue - Math.floor(hue));
    float middle = sector % 2 == 0 ? low + part * (high - low) : high - part * (high - low);
    int highest = (sector + 1) / 2 % 3;
    int lowest = (sector / 2 + 2) % 3;
    out[at + highest] = high;
    out[at + lowest] = low;
    out[at + 3 - highest - lowest] = middle;
  }

  /** Uniform in [1 − delta, 1 + delta], but not below 0. */
  static double factor(RandomGenerator random, double delta) {
    return random.nextDouble(Math.max(1 - delta, 0), Math.nextUp(1 + delta));
  }

  /** Uniform in [−delta, delta]. */
  static double shift(RandomGenerator random, double delta) {
    return (2 * random.nextDouble() - 1) * delta;
  }

  /** True with this probability. */
  static boolean happens(RandomGenerator random, double probability) {
    return random.nextDouble() < probability;
  }
}
