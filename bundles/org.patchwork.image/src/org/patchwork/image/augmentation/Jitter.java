// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Changes brightness, contrast, saturation and hue in random order, limiting the values to [0, 1]
 * after each (Chen, Kornblith, Norouzi and Hinton 2020, appendix A).
 */
public final class Jitter implements Augmentation<Jitter.Parameters> {
  private static final double LIGHT = 0.8;
  private static final double HUE = 0.2;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Strength",
              help =
                  "1 changes light and saturation by up to 80 %, hue by up to a fifth of the circle.",
              min = 0,
              max = 1,
              step = 0.05)
          double strength) {
    public Parameters() {
      this(1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    double s = parameters.strength();
    int[] order = {0, 1, 2, 3};
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[other];
      order[other] = swap;
    }
    ImagePatch changed = image;
    for (int step : order) {
      changed = Pixels.clip(step(changed, step, s, random));
    }
    return changed;
  }

  private static ImagePatch step(ImagePatch image, int step, double s, RandomGenerator random) {
    return switch (step) {
      case 0 -> Colors.brightness(image, Colors.factor(random, LIGHT * s));
      case 1 -> Colors.contrast(image, Colors.factor(random, LIGHT * s));
      case 2 -> Colors.saturation(image, Colors.factor(random, LIGHT * s));
      default -> Colors.hue(image, Colors.shift(random, HUE * s));
    };
  }
}
