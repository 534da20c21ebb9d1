// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/** Mirrors one image in two upside down. */
public final class FlipUpDown implements Augmentation<FlipUpDown.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(label = "On", help = "Turn half of the images upside down, mirrored.") boolean on) {
    public Parameters() {
      this(true);
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
    return parameters.on() && random.nextBoolean() ? flip(image) : image;
  }

  static ImagePatch flip(ImagePatch image) {
    int row = image.width() * image.channels();
    float[] out = new float[image.values().length];
    for (int y = 0; y < image.height(); y++) {
      System.arraycopy(image.values(), y * row, out, (image.height() - 1 - y) * row, row);
    }
    return Pixels.like(image, out);
  }
}
