// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Images as PNG, 8-bit RGB. */
public final class Png {
  private static final int WHITE = 255;

  private Png() {}

  /**
   * Encodes an image.
   *
   * @param image values from 0 to 1, others are limited to that; one or two channels are shown in
   *     grey, of more than three the first three
   */
  public static byte[] encode(ImagePatch image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(picture(image), "png", out)) {
      throw new IOException("this Java cannot write PNG files");
    }
    return out.toByteArray();
  }

  /** The same as {@link #encode}, as a picture in memory. */
  public static BufferedImage picture(ImagePatch image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.setRGB(x, y, rgb(image, y, x));
      }
    }
    return picture;
  }

  private static int rgb(ImagePatch image, int y, int x) {
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      float value = image.at(y, x, image.channels() < 3 ? 0 : c);
      rgb = rgb << 8 | Math.round(WHITE * Math.clamp(value, 0f, 1f));
    }
    return rgb;
  }
}
