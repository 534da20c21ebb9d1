// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

/**
 * Colours for the values of one band, from 0 to 1. Viridis and Inferno (Smith and van der Walt,
 * 2015, public domain) grow evenly in lightness and can be read by the colour-blind; here they are
 * nine of their colours each with straight lines between them, which differ from the originals by
 * less than an eye sees.
 */
public enum ColorRamp {
  /** Black to white. */
  GREY("Grey", 0x000000, 0xffffff),
  /** White to black, as a negative. */
  NEGATIVE("Negative", 0xffffff, 0x000000),
  /** Dark violet over green to yellow. */
  VIRIDIS(
      "Viridis", 0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30,
      0xfde725),
  /** Black over red to light yellow. */
  INFERNO(
      "Inferno", 0x000004, 0x210c4a, 0x57106e, 0x8a226a, 0xbc3754, 0xe45a31, 0xf98e09, 0xf9cb35,
      0xfcffa4);

  private final String title;
  private final int[] anchors;

  ColorRamp(String title, int... anchors) {
    this.title = title;
    this.anchors = anchors;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /**
   * One colour.
   *
   * @param value from 0 to 1; others are limited to that
   * @return 0xRRGGBB
   */
  public int color(double value) {
    return mixed(Math.clamp(value, 0.0, 1.0) * (anchors.length - 1));
  }

  /** The colour at a place between the anchors. */
  private int mixed(double at) {
    int below = (int) Math.min(at, anchors.length - 2);
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = anchors[below] >> shift & 0xff;
      int to = anchors[below + 1] >> shift & 0xff;
      color |= (int) Math.round(from + (to - from) * (at - below)) << shift;
    }
    return color;
  }

  /** The 256 colours in order, three bytes each. */
  byte[] table() {
    byte[] table = new byte[256 * 3];
    for (int i = 0; i < 256; i++) {
      int color = mixed(i * (anchors.length - 1) / 255.0);
      for (int c = 0; c < 3; c++) {
        table[3 * i + c] = (byte) (color >> 16 - 8 * c);
      }
    }
    return table;
  }
}
