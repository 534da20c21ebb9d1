// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

import java.util.Objects;

/**
 * How a view shows images; never what is trained on.
 *
 * @param bands which bands are shown
 * @param equalized true for contrast-limited adaptive histogram equalisation, see {@link Clahe}
 * @param clipLimit of the equalisation, from 0 (not limited) to 1; the higher, the more contrast
 * @param tiles of the equalisation along each side, {@link #FEWEST_TILES} to {@link #MOST_TILES}
 * @param brightness −1 (black) to 1 (white), added after the contrast; 0 changes nothing
 * @param contrast −1 to 1: values are spread from the middle grey by 4 to this power; 0 changes
 *     nothing
 * @param smooth true if enlarged pictures are interpolated, false if their pixels are seen
 */
public record DisplaySettings(
    BandChoice bands,
    boolean equalized,
    double clipLimit,
    int tiles,
    double brightness,
    double contrast,
    boolean smooth) {
  public static final double USUAL_CLIP_LIMIT = 0.01;
  public static final int USUAL_TILES = 8;
  public static final int FEWEST_TILES = 2;
  public static final int MOST_TILES = 32;

  /** Images as they are, enlarged smoothly. */
  public static final DisplaySettings PLAIN =
      new DisplaySettings(BandChoice.AS_STORED, false, USUAL_CLIP_LIMIT, USUAL_TILES, 0, 0, true);

  public DisplaySettings {
    Objects.requireNonNull(bands);
    require(clipLimit >= 0 && clipLimit <= 1, "clip limit", clipLimit);
    require(tiles >= FEWEST_TILES && tiles <= MOST_TILES, "number of tiles", tiles);
    require(Math.abs(brightness) <= 1, "brightness", brightness);
    require(Math.abs(contrast) <= 1, "contrast", contrast);
  }

  private static void require(boolean inRange, String what, double value) {
    if (!inRange) {
      throw new IllegalArgumentException("The " + what + " of the display cannot be " + value);
    }
  }

  public DisplaySettings withBands(BandChoice choice) {
    return new DisplaySettings(choice, equalized, clipLimit, tiles, brightness, contrast, smooth);
  }

  public DisplaySettings withEqualized(boolean wanted) {
    return new DisplaySettings(bands, wanted, clipLimit, tiles, brightness, contrast, smooth);
  }

  public DisplaySettings withTone(double newBrightness, double newContrast) {
    return new DisplaySettings(
        bands, equalized, clipLimit, tiles, newBrightness, newContrast, smooth);
  }

  public DisplaySettings withSmooth(boolean wanted) {
    return new DisplaySettings(bands, equalized, clipLimit, tiles, brightness, contrast, wanted);
  }
}
