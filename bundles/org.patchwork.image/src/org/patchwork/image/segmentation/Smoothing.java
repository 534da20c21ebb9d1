// SPDX-License-Identifier: MIT
package org.patchwork.image.segmentation;

import org.patchwork.image.ImagePatch;

/**
 * A Gaussian of four standard deviations to either side; beyond the edge the image is mirrored, the
 * outermost pixels doubled.
 *
 * @param sigma standard deviation in pixels
 */
record Smoothing(double sigma) {
  private static final double REACH = 4;

  ImagePatch apply(ImagePatch image) {
    if (sigma == 0) {
      return image;
    }
    double[] kernel = kernel();
    int row = image.width() * image.channels();
    float[] down = new float[image.values().length];
    float[] smooth = new float[down.length];
    for (int y = 0; y < image.height(); y++) {
      for (int i = 0; i < row; i++) {
        down[y * row + i] = sum(image.values(), i, row, y, image.height(), kernel);
      }
    }
    for (int y = 0; y < image.height(); y++) {
      for (int i = 0; i < row; i++) {
        int channel = i % image.channels();
        int x = i / image.channels();
        smooth[y * row + i] =
            sum(down, y * row + channel, image.channels(), x, image.width(), kernel);
      }
    }
    return new ImagePatch(image.height(), image.width(), image.channels(), smooth);
  }

  private static float sum(
      float[] values, int begin, int step, int place, int length, double[] kernel) {
    int reach = kernel.length / 2;
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      sum += kernel[k + reach] * values[begin + mirrored(place + k, length) * step];
    }
    return (float) sum;
  }

  private static int mirrored(int place, int length) {
    int inside = Math.floorMod(place, 2 * length);
    return inside < length ? inside : 2 * length - 1 - inside;
  }

  private double[] kernel() {
    int reach = (int) (REACH * sigma + 0.5);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return kernel;
  }
}
