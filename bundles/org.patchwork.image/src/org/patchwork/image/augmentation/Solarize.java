// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Inverts all values from a random threshold on. */
public final class Solarize implements Augmentation<Solarize.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image is solarised.",
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
    return Colors.happens(random, parameters.probability())
        ? solarize(image, random.nextFloat())
        : image;
  }

  static ImagePatch solarize(ImagePatch image, float threshold) {
    return Pixels.map(image, (value, channel) -> value < threshold ? value : 1 - value);
  }
}
