// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.awt.image.Raster;

/**
 * Four-component JPEG to RGB without a colour profile: red = (1 − cyan)(1 − black), and so on.
 * Adobe stores the components inverted; code 2 of its marker says that CMY were turned to YCbCr
 * first (Adobe Technical Note 5116).
 */
final class Cmyk {
  private static final int YCCK = 2;

  private Cmyk() {}

  /**
   * Interleaved RGB bytes.
   *
   * @param raster four bands of bytes, as stored
   * @param adobeTransform transform code of the Adobe marker, −1 without one
   */
  static byte[] toRgb(Raster raster, int adobeTransform) {
    int width = raster.getWidth();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, raster.getHeight()), 3)];
    int[] row = new int[width * 4];
    int out = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length; i += 4) {
        if (adobeTransform == YCCK) {
          fromYcc(row, i);
        }
        for (int c = 0; c < 3; c++) {
          rgb[out++] = (byte) mix(row[i + c], row[i + 3], adobeTransform >= 0);
        }
      }
    }
    return rgb;
  }

  private static int mix(int ink, int black, boolean inverted) {
    int light = inverted ? ink : 255 - ink;
    int shade = inverted ? black : 255 - black;
    return (light * shade + 127) / 255;
  }

  /** YCbCr to RGB of JFIF 1.02; in an inverted file these RGB are the inverted CMY. */
  private static void fromYcc(int[] row, int i) {
    double y = row[i];
    double cb = row[i + 1] - 128;
    double cr = row[i + 2] - 128;
    row[i] = clamp(y + 1.402 * cr);
    row[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
    row[i + 2] = clamp(y + 1.772 * cb);
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
