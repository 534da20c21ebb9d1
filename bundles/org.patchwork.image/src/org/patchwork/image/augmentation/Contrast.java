// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Multiplies the distance of the values from the mean of their channel by a random factor between 1
 * − delta and 1 + delta.
 */
public final class Contrast implements Augmentation<Contrast.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Delta",
              help = "Largest change, as a part of the value.",
              min = 0,
              max = 1,
              step = 0.05)
          double delta) {
    public Parameters() {
      this(0.1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return Colors.contrast(image, Colors.factor(random, parameters.delta()));
  }
}
