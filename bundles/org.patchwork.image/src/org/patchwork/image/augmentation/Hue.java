// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Turns the hue by up to delta of the full circle; images without three channels stay as they are.
 */
public final class Hue implements Augmentation<Hue.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Delta",
              help = "Largest turn, as a part of the full circle.",
              min = 0,
              max = 0.5,
              step = 0.05)
          double delta) {
    public Parameters() {
      this(0.05);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return Colors.hue(image, Colors.shift(random, parameters.delta()));
  }
}
