// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Blurs with a Gaussian of random width, σ between 0.1 and 2 pixels, over a radius of a twentieth
 * of the height; outside the image there is black.
 */
public final class GaussianBlur implements Augmentation<GaussianBlur.Parameters> {
  private static final double MIN_SIGMA = 0.1;
  private static final double MAX_SIGMA = 2;
  private static final int SIDES_PER_RADIUS = 20;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image is blurred.",
              min = 0,
              max = 1,
              step = 0.05)
          double probability) {
    public Parameters() {
      this(0.2);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return Colors.happens(random, parameters.probability())
        ? blur(image, random.nextDouble(MIN_SIGMA, MAX_SIGMA))
        : image;
  }

  static ImagePatch blur(ImagePatch image, double sigma) {
    float[] kernel = kernel(sigma, image.height() / SIDES_PER_RADIUS);
    int channels = image.channels();
    int row = image.width() * channels;
    float[] across = new float[image.values().length];
    float[] out = new float[across.length];
    for (int y = 0; y < image.height(); y++) {
      for (int i = 0; i < row; i++) {
        across[y * row + i] = sum(image.values(), y * row, i, channels, row, kernel);
      }
    }
    for (int y = 0; y < image.height(); y++) {
      for (int i = 0; i < row; i++) {
        out[y * row + i] = sum(across, i, y * row, row, across.length, kernel);
      }
    }
    return Pixels.like(image, out);
  }

  /** Weighted sum around a place on a line; beyond the ends of the line there is nothing. */
  private static float sum(
      float[] values, int line, int place, int step, int length, float[] kernel) {
    int radius = kernel.length / 2;
    float sum = 0;
    for (int k = -radius; k <= radius; k++) {
      int at = place + k * step;
      if (at >= 0 && at < length) {
        sum += kernel[k + radius] * values[line + at];
      }
    }
    return sum;
  }

  /** Weights of 2 · radius + 1 pixels, summing to 1. */
  static float[] kernel(double sigma, int radius) {
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      sum += Math.exp(-k * k / (2 * sigma * sigma));
    }
    for (int k = -radius; k <= radius; k++) {
      kernel[k + radius] = (float) (Math.exp(-k * k / (2 * sigma * sigma)) / sum);
    }
    return kernel;
  }
}
