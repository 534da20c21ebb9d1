// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Adds normal noise with a standard deviation of 0.1 to every value. */
public final class GaussianNoise implements Augmentation<GaussianNoise.Parameters> {
  private static final double SPREAD = 0.1;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image gets noise.",
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
        ? Pixels.map(image, (value, channel) -> value + (float) (SPREAD * random.nextGaussian()))
        : image;
  }
}
