// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Slants the image along both sides by up to the strength: the pixel (x, y) shows what was at (x +
 * sx·y − W·sx/2, y + sy·x − H·sy/2). Bilinear; the border is mirrored.
 */
public final class Shear implements Augmentation<Shear.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Strength",
              help = "Largest slant, as a part of the side.",
              min = 0,
              max = 1,
              step = 0.05)
          double strength) {
    public Parameters() {
      this(0.3);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public boolean movesPixels() {
    return true;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    double s = parameters.strength();
    return shear(image, Colors.shift(random, s), Colors.shift(random, s));
  }

  static ImagePatch shear(ImagePatch image, double sx, double sy) {
    double dx = -image.width() * sx / 2;
    double dy = -image.height() * sy / 2;
    return Resampling.bilinear(image, (y, x) -> sy * x + y + dy, (y, x) -> x + sx * y + dx);
  }
}
