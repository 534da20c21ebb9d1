// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Cuts out a random box and enlarges it to the size of the image: a part of its area between the
 * scale and the largest part, with proportions between 3:4 and 4:3 of its own. Bicubic. Scale 1
 * cuts nothing off.
 */
public final class ZoomScale implements Augmentation<ZoomScale.Parameters> {
  private static final int TRIES = 100;
  private static final double MIN_ASPECT = 3.0 / 4;
  private static final double MAX_ASPECT = 4.0 / 3;

  /** Its strength. */
  public record Parameters(
      @Param(
              label = "Smallest part",
              help = "Smallest part of the area that is kept; 1 keeps all.",
              min = 0,
              max = 1,
              step = 0.05)
          double scale,
      @Param(
              label = "Largest part",
              help = "Largest part of the area that is kept, not below the smallest.",
              min = 0,
              max = 1,
              step = 0.05)
          double largest) {
    public Parameters() {
      this(0.2, 1);
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
    double scale = parameters.scale();
    double most = Math.nextUp(Math.max(scale, parameters.largest()));
    int height = image.height();
    int width = image.width();
    for (int i = 0; i < TRIES; i++) {
      double area = random.nextDouble(scale, most) * height * width;
      double aspect = random.nextDouble(MIN_ASPECT, MAX_ASPECT) * width / height;
      int boxHeight = (int) Math.round(Math.sqrt(area / aspect));
      int boxWidth = (int) Math.round(Math.sqrt(area * aspect));
      if (fits(boxHeight, height)
          && fits(boxWidth, width)
          && (double) boxHeight * boxWidth >= scale * height * width) {
        int top = random.nextInt(height - boxHeight + 1);
        int left = random.nextInt(width - boxWidth + 1);
        return Resampling.bicubic(image, top, left, boxHeight, boxWidth);
      }
    }
    return image;
  }

  private static boolean fits(int size, int side) {
    return size >= 1 && size <= side;
  }
}
