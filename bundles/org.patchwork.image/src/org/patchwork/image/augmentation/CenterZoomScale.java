// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Enlarges the middle of the image: at each edge the same part of the side is cut off, at random up
 * to half of what the scale leaves. Bilinear.
 */
public final class CenterZoomScale implements Augmentation<CenterZoomScale.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Smallest part",
              help = "Smallest part of the sides that is kept; 1 keeps all.",
              min = 0,
              max = 1,
              step = 0.05)
          double scale) {
    public Parameters() {
      this(0.5);
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
    return crop(image, random.nextDouble() * (1 - parameters.scale()) / 2);
  }

  /** Everything but this part of the sides at each edge, at the size of the image. */
  static ImagePatch crop(ImagePatch image, double margin) {
    double rows = image.height() - 1;
    double columns = image.width() - 1;
    double part = 1 - 2 * margin;
    return Resampling.bilinear(
        image, (y, x) -> rows * margin + y * part, (y, x) -> columns * margin + x * part);
  }
}
