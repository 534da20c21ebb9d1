// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Takes the mean of the image from all values and stretches what is left to reach 1. */
public final class AutoContrast implements Augmentation<AutoContrast.Parameters> {
  private static final float FLOOR = 0.01f;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often the contrast is stretched.",
              min = 0,
              max = 1,
              step = 0.05)
          double probability) {
    public Parameters() {
      this(0.25);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return Colors.happens(random, parameters.probability()) ? stretch(image) : image;
  }

  static ImagePatch stretch(ImagePatch image) {
    double sum = 0;
    float max = Float.NEGATIVE_INFINITY;
    for (float value : image.values()) {
      sum += value;
      max = Math.max(max, value);
    }
    float mean = (float) (sum / image.values().length);
    float range = max - mean + FLOOR;
    return Pixels.map(image, (value, channel) -> Math.clamp((value - mean) / range, 0f, 1f));
  }
}
