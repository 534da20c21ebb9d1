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
    return Pixels.scale(image, (float) factor, new float[image.channels()]);
  }

  /** Distance from the mean of the channel times a factor. */
  static ImagePatch contrast(ImagePatch image, double factor) {
    double[] means = Pixels.channelMeans(image);
    float[] plus = new float[means.length];
    for (int c = 0; c < plus.length; c++) {
      plus[c] = (float) (means[c] * (1 - factor));
    }
    return Pixels.scale(image, (float) factor, plus);
  }

  /** Saturation in the sense of HSV times a factor, at most 1. */
  static ImagePatch saturation(ImagePatch image, double factor) {
    if (image.channels() != 3) {
      return image;
    }
    float by = (float) factor;
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i += 3) {
      float high = Math.max(in[i], Math.max(in[i + 1], in[i + 2]));
      float low = Math.min(in[i], Math.min(in[i + 1], in[i + 2]));
      float range = high - low;
      float limit = range > 0 ? Math.max(high / range, 0) : 1; // there the saturation is 1
      float kept = Math.min(by, limit);
      for (int c = 0; c < 3; c++) {
        out[i + c] = high - (high - in[i + c]) * kept;
      }
    }
    return Pixels.like(image, out);
  }

  /** Hue turned by a part of a full circle. */
  static ImagePatch hue(ImagePatch image, double turn) {
    if (image.channels() != 3) {
      return image;
    }
    float turned = (float) (6 * (turn - Math.floor(turn)));
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i += 3) {
      float high = Math.max(in[i], Math.max(in[i + 1], in[i + 2]));
      float range = high - Math.min(in[i], Math.min(in[i + 1], in[i + 2]));
      float hue = within(sixths(in[i], in[i + 1], in[i + 2], high, range) + turned);
      out[i] = high - range * below(within(hue + 5));
      out[i + 1] = high - range * below(within(hue + 3));
      out[i + 2] = high - range * below(within(hue + 1));
    }
    return Pixels.like(image, out);
  }

  /** The hue, red 0, green 2, blue 4, in [−1, 5]. */
  private static float sixths(float red, float green, float blue, float high, float range) {
    if (range == 0) {
      return 0;
    } else if (high == red) {
      return (green - blue) / range;
    }
    return high == green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  }

  /** A place on the circle of six, given less than a turn beside it. */
  private static float within(float place) {
    return place < 0 ? place + 6 : place < 6 ? place : place - 6;
  }

  /**
   * How far a channel lies below the highest, as a part of the range, so many sixths of the circle
   * after the place where it begins to fall: 0 to 1 in one sixth, there for two, back in one.
   */
  private static float below(float place) {
    return Math.max(0, Math.min(1, Math.min(place, 4 - place)));
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
