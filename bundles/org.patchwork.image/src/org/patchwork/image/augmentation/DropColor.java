// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Replaces every channel by the mean of the channels. */
public final class DropColor implements Augmentation<DropColor.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often an image loses its colour.",
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
        ? Pixels.spread(image, Pixels.grey(image))
        : image;
  }
}
