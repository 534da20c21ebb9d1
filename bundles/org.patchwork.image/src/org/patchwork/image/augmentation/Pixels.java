// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import org.patchwork.image.ImagePatch;

/** Arithmetic on whole images. Results are new images. */
final class Pixels {
  /** From a value and its channel to a value. */
  interface Change {
    float of(float value, int channel);
  }

  private Pixels() {}

  /** An image of the same size with other values. */
  static ImagePatch like(ImagePatch image, float[] values) {
    return new ImagePatch(image.height(), image.width(), image.channels(), values);
  }

  static ImagePatch map(ImagePatch image, Change change) {
    float[] in = image.values();
    float[] out = new float[in.length];
    int channel = 0;
    for (int i = 0; i < in.length; i++) {
      out[i] = change.of(in[i], channel);
      channel = channel + 1 == image.channels() ? 0 : channel + 1;
    }
    return like(image, out);
  }

  /** Values limited to [0, 1]. */
  static ImagePatch clip(ImagePatch image) {
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = Math.min(Math.max(in[i], 0f), 1f);
    }
    return like(image, out);
  }

  /** Every value times a factor, plus a number of its channel. */
  static ImagePatch scale(ImagePatch image, float factor, float[] plus) {
    int width = image.width() * plus.length;
    float[] row = new float[width]; // the numbers for one row, so that the loop has no channels
    for (int i = 0; i < width; i++) {
      row[i] = plus[i % plus.length];
    }
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int start = 0; start < in.length; start += width) {
      for (int i = 0; i < width; i++) {
        out[start + i] = in[start + i] * factor + row[i];
      }
    }
    return like(image, out);
  }

  /** Mean of each channel. */
  static double[] channelMeans(ImagePatch image) {
    double[] sums = new double[image.width() * image.channels()];
    float[] in = image.values();
    for (int start = 0; start < in.length; start += sums.length) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += in[start + i];
      }
    }
    double[] means = new double[image.channels()];
    for (int i = 0; i < sums.length; i++) {
      means[i % means.length] += sums[i];
    }
    for (int c = 0; c < means.length; c++) {
      means[c] /= Math.max(1, image.height() * image.width());
    }
    return means;
  }

  /** Every channel replaced by one value per pixel. */
  static ImagePatch spread(ImagePatch image, float[] perPixel) {
    float[] out = new float[image.values().length];
    for (int pixel = 0, i = 0; pixel < perPixel.length; pixel++) {
      for (int c = 0; c < image.channels(); c++) {
        out[i++] = perPixel[pixel];
      }
    }
    return like(image, out);
  }

  /** Mean over the channels of each pixel. */
  static float[] grey(ImagePatch image) {
    float[] grey = new float[image.height() * image.width()];
    for (int pixel = 0, i = 0; pixel < grey.length; pixel++) {
      float sum = 0;
      for (int c = 0; c < image.channels(); c++) {
        sum += image.values()[i++];
      }
      grey[pixel] = sum / image.channels();
    }
    return grey;
  }
}
