// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Mirrors one image in two from left to right. */
public final class FlipLeftRight implements Augmentation<FlipLeftRight.Parameters> {

  /** Its strength. */
  public record Parameters(@Param(label = "On", help = "Mirror half of the images.") boolean on) {
    public Parameters() {
      this(true);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return parameters.on() && random.nextBoolean() ? flip(image) : image;
  }

  static ImagePatch flip(ImagePatch image) {
    float[] out = new float[image.values().length];
    int i = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = image.width() - 1; x >= 0; x--) {
        for (int c = 0; c < image.channels(); c++) {
          out[i++] = image.at(y, x, c);
        }
      }
    }
    return Pixels.like(image, out);
  }
}
