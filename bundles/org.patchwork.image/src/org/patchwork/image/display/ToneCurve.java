// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

/**
 * Contrast, then brightness, for 8-bit values: {@code (v − ½)·4^contrast + ½ + brightness} of a
 * value v from 0 to 1, cut off at both ends.
 */
final class ToneCurve {
  private static final double BASE = 4;

  private final byte[] table = new byte[256];

  ToneCurve(double brightness, double contrast) {
    double slope = Math.pow(BASE, contrast);
    for (int i = 0; i < 256; i++) {
      double value = (i / 255.0 - 0.5) * slope + 0.5 + brightness;
      table[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
  }

  void apply(byte[] rgb) {
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = table[rgb[i] & 0xff];
    }
  }
}
