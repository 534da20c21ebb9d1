// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.util.Arrays;
import java.util.List;

/**
 * Images of one size side by side.
 *
 * @param columns number of images in a row
 * @param gap pixels of white around each image
 */
public record TileSheet(int columns, int gap) {
  private static final int DEFAULT_GAP = 4;

  public TileSheet {
    if (columns < 1 || gap < 0) {
      throw new IllegalArgumentException(
          "A sheet has at least one column and no negative gap, unlike " + columns + ", " + gap);
    }
  }

  /** A sheet with a small gap. */
  public TileSheet(int columns) {
    this(columns, DEFAULT_GAP);
  }

  /** A sheet for so many images that is about as high as wide, without gaps. */
  public static TileSheet square(int images) {
    return new TileSheet((int) Math.ceil(Math.sqrt(Math.max(1, images))), 0);
  }

  /**
   * Draws images row by row; what is left of the last row is white.
   *
   * @param tiles at least one, all of one size, values from 0 to 1; one or two channels become
   *     grey, of more than three the first three are taken
   * @return three channels
   */
  public ImagePatch draw(List<ImagePatch> tiles) {
    int height = tiles.getFirst().height() + gap;
    int width = tiles.getFirst().width() + gap;
    int rows = (tiles.size() + columns - 1) / columns;
    int sheetHeight = rows * height + gap;
    int sheetWidth = columns * width + gap;
    float[] values = new float[Math.multiplyExact(Math.multiplyExact(sheetHeight, sheetWidth), 3)];
    Arrays.fill(values, 1);
    for (int i = 0; i < tiles.size(); i++) {
      draw(tiles.get(i), i / columns * height + gap, i % columns * width + gap, sheetWidth, values);
    }
    return new ImagePatch(sheetHeight, sheetWidth, 3, values);
  }

  private static void draw(ImagePatch tile, int top, int left, int sheetWidth, float[] values) {
    for (int y = 0; y < tile.height(); y++) {
      for (int x = 0; x < tile.width(); x++) {
        for (int c = 0; c < 3; c++) {
          values[((top + y) * sheetWidth + left + x) * 3 + c] =
              tile.at(y, x, tile.channels() < 3 ? 0 : c);
        }
      }
    }
  }
}
