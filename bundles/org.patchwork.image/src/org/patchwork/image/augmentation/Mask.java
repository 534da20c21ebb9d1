// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Covers one rectangle with grey, each side from a twentieth up to half of the image's (DeVries and
 * Taylor 2017).
 */
public final class Mask implements Augmentation<Mask.Parameters> {
  private static final int SMALLEST = 20;
  private static final int LARGEST = 2;
  private static final float GREY = 0.5f;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Probability",
              help = "How often a part is covered.",
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
    int height = side(image.height(), random);
    int width = side(image.width(), random);
    int top = random.nextInt(image.height() - height + 1);
    int left = random.nextInt(image.width() - width + 1);
    return fill(image, top, left, height, width);
  }

  /** From a twentieth to a half of a side. */
  private static int side(int whole, RandomGenerator random) {
    int least = whole / SMALLEST;
    return random.nextInt(least, Math.max(least + 1, whole / LARGEST));
  }

  static ImagePatch fill(ImagePatch image, int top, int left, int height, int width) {
    float[] out = image.values().clone();
    for (int y = top; y < top + height; y++) {
      int from = (y * image.width() + left) * image.channels();
      Arrays.fill(out, from, from + width * image.channels(), GREY);
    }
    return Pixels.like(image, out);
  }
}
