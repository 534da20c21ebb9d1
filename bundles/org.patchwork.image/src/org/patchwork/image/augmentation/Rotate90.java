// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.random.RandomGenerator;
import org.patchwork.core.Param;
import org.patchwork.image.ImagePatch;

/**
 * Turns the image by 0, 90, 180 or 270 degrees, each with the same probability. Images that are not
 * square are turned by 0 or 180 degrees, so that their size stays.
 */
public final class Rotate90 implements Augmentation<Rotate90.Parameters> {

  /** Its strength. */
  public record Parameters(
      @Param(label = "On", help = "Turn the images by quarter turns.") boolean on) {
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
    if (!parameters.on()) {
      return image;
    }
    int turns = random.nextInt(4);
    boolean square = image.height() == image.width();
    return square || turns % 2 == 0 ? rotate(image, turns) : image;
  }

  /** Turned counter-clockwise by a number of quarter turns. */
  public static ImagePatch rotate(ImagePatch image, int turns) {
    ImagePatch turned = image;
    for (int i = 0; i < turns; i++) {
      turned = quarter(turned);
    }
    return turned;
  }

  private static ImagePatch quarter(ImagePatch image) {
    float[] out = new float[image.values().length];
    int i = 0;
    for (int y = 0; y < image.width(); y++) {
      for (int x = 0; x < image.height(); x++) {
        for (int c = 0; c < image.channels(); c++) {
          out[i++] = image.at(x, image.width() - 1 - y, c);
        }
      }
    }
    return new ImagePatch(image.width(), image.height(), image.channels(), out);
  }
}
