// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Blackens each pixel with a probability of 70 %. */
public final class PixelMask implements Augmentation<PixelMask.Parameters> {
  private static final double DROPPED = 0.7;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often pixels are blackened.",
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
    if (!Colors.happens(random, parameters.probability())) {
      return image;
    }
    float[] out = image.values().clone();
    for (int i = 0; i < out.length; i += image.channels()) {
      if (Colors.happens(random, DROPPED)) {
        Arrays.fill(out, i, i + image.channels(), 0);
      }
    }
    return Pixels.like(image, out);
  }
}
