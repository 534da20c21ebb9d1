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
  public boolean movesPixels() {
    return true;
  }

  @Override
  public ImagePatch apply(ImagePatch image, Parameters parameters, RandomGenerator random) {
    return parameters.on() && random.nextBoolean() ? flip(image) : image;
  }

  static ImagePatch flip(ImagePatch image) {
    int channels = image.channels();
    int row = image.width() * channels;
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int start = 0; start < in.length; start += row) {
      for (int x = 0; x < row; x += channels) {
        for (int c = 0; c < channels; c++) {
          out[start + x + c] = in[start + row - channels - x + c];
        }
      }
    }
    return Pixels.like(image, out);
  }
}
