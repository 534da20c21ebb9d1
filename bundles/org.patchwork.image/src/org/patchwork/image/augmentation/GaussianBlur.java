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
    int row = image.width() * image.channels();
    float[] across = new float[image.values().length];
    for (int start = 0; start < across.length; start += row) {
      smear(image.values(), start, start + row, image.channels(), kernel, across);
    }
    float[] out = new float[across.length];
    smear(across, 0, across.length, row, kernel, out);
    return Pixels.like(image, out);
  }

  /**
   * Adds up a line with itself, shifted and weighted; beyond the ends of the line there is nothing.
   *
   * @param begin where the line begins
   * @param end where the line ends
   * @param step distance of neighbours on the line
   */
  private static void smear(
      float[] values, int begin, int end, int step, float[] kernel, float[] target) {
    int radius = kernel.length / 2;
    for (int k = -radius; k <= radius; k++) {
      int shift = k * step;
      float weight = kernel[k + radius];
      int last = Math.min(end, end - shift);
      for (int i = Math.max(begin, begin - shift); i < last; i++) {
        target[i] += weight * values[i + shift];
      }
    }
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
