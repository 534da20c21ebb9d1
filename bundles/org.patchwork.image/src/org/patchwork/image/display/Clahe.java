// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

/**
 * Contrast-limited adaptive histogram equalisation (Zuiderveld, 1994, Graphics Gems IV) of the
 * value channel V of HSV: hue and saturation stay. Computes what scikit-image's {@code
 * equalize_adapthist} computes for an RGB image: V is spread over its own range; each tile of size
 * / tiles pixels gets a mapping from its clipped histogram of 256 bins; each pixel takes the
 * bilinear mean of the four mappings around it; the result is spread over the whole range again.
 *
 * <p>Differs in one point: an image that is the same everywhere, which scikit-image turns white,
 * stays as it is.
 *
 * <p>Measured on one image and then applied to it, or to a detail of it, which so looks as it does
 * in the whole.
 */
public final class Clahe {
  private static final int BINS = 256;
  private static final int HIGHEST_LEVEL = (1 << 14) - 1;
  private static final int BIN_SIZE = 1 + (HIGHEST_LEVEL + 1) / BINS;

  private final TileAxis columns;
  private final TileAxis rows;
  private final int[] binOfValue;
  private final int[][] mappings;
  private final short[] levels;
  private int lowest;
  private int highest;

  /**
   * Measures an image.
   *
   * @param rgb {@code width × height × 3} bytes, row by row
   * @param clipLimit 0 (not limited) to 1, as a share of the pixels of a tile
   * @param tiles along each side, at least 1; an image with fewer pixels has tiles of one pixel
   */
  public Clahe(byte[] rgb, int width, int height, double clipLimit, int tiles) {
    columns = TileAxis.of(width, tiles);
    rows = TileAxis.of(height, tiles);
    byte[] values = values(rgb);
    binOfValue = bins(values);
    mappings = mappings(values, clipLimit);
    levels = measure(values);
  }

  private static byte[] values(byte[] rgb) {
    byte[] values = new byte[rgb.length / 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) value(rgb, 3 * i);
    }
    return values;
  }

  private static int value(byte[] rgb, int at) {
    return Math.max(rgb[at] & 0xff, Math.max(rgb[at + 1] & 0xff, rgb[at + 2] & 0xff));
  }

  /** The bin of each of the 256 values, after spreading what occurs over all levels. */
  private static int[] bins(byte[] values) {
    int least = 255;
    int most = 0;
    for (byte value : values) {
      least = Math.min(least, value & 0xff);
      most = Math.max(most, value & 0xff);
    }
    int[] bins = new int[256];
    for (int value = least + 1; value < 256; value++) {
      double share = Math.min(1, (value - least) / (double) Math.max(1, most - least));
      bins[value] = (int) Math.rint(share * HIGHEST_LEVEL) / BIN_SIZE;
    }
    return bins;
  }

  private int[][] mappings(byte[] values, double clipLimit) {
    int pixels = rows.tile() * columns.tile();
    int limit = clipLimit > 0 ? (int) Math.max(1, clipLimit * pixels) : pixels;
    int[][] result = new int[rows.count() * columns.count()][];
    for (int tile = 0; tile < result.length; tile++) {
      TileHistogram histogram = new TileHistogram(BINS);
      int top = tile / columns.count() * rows.tile();
      int left = tile % columns.count() * columns.tile();
      for (int y = top; y < top + rows.tile(); y++) {
        int row = rows.reflect(y) * columns.length();
        for (int x = left; x < left + columns.tile(); x++) {
          histogram.add(binOfValue[values[row + columns.reflect(x)] & 0xff]);
        }
      }
      histogram.clip(limit);
      result[tile] = histogram.mapping(pixels, HIGHEST_LEVEL);
    }
    return result;
  }

  /** The level of every pixel, and the range of all. */
  private short[] measure(byte[] values) {
    TileAxis.Places across = columns.places(0, 1, columns.length());
    TileAxis.Places down = rows.places(0, 1, rows.length());
    short[] measured = new short[values.length];
    int least = HIGHEST_LEVEL;
    int most = 0;
    for (int y = 0, i = 0; y < rows.length(); y++) {
      for (int x = 0; x < columns.length(); x++, i++) {
        int level = level(values[i] & 0xff, across, x, down, y);
        least = Math.min(least, level);
        most = Math.max(most, level);
        measured[i] = (short) level;
      }
    }
    lowest = least;
    highest = most;
    return measured;
  }

  /** The bilinear mean of four mappings, in the precision and order of the original. */
  private int level(int value, TileAxis.Places across, int x, TileAxis.Places down, int y) {
    int bin = binOfValue[value];
    int above = down.lower()[y] * columns.count();
    int below = down.upper()[y] * columns.count();
    int left = across.lower()[x];
    int right = across.upper()[x];
    double toRight = across.fraction()[x];
    double toBelow = down.fraction()[y];
    float sum = (float) (mappings[above + left][bin] * ((1 - toRight) * (1 - toBelow)));
    sum += (float) (mappings[above + right][bin] * (toRight * (1 - toBelow)));
    sum += (float) (mappings[below + left][bin] * ((1 - toRight) * toBelow));
    sum += (float) (mappings[below + right][bin] * (toRight * toBelow));
    return (int) sum;
  }

  /** Equalises the image that was measured, in place. */
  public void apply(byte[] rgb) {
    if (highest > lowest) {
      for (int i = 0; i < levels.length; i++) {
        scale(rgb, 3 * i, value(rgb, 3 * i), levels[i]);
      }
    }
  }

  /**
   * Equalises a detail of the image that was measured, in place.
   *
   * @param left where the detail begins, in pixels of the measured image
   * @param top as {@code left}
   * @param pixel size of a pixel of the detail in pixels of the measured image; less than 1 in a
   *     closer look
   */
  public void apply(byte[] rgb, int width, int height, double left, double top, double pixel) {
    if (highest <= lowest) {
      return;
    }
    TileAxis.Places across = columns.places(left, pixel, width);
    TileAxis.Places down = rows.places(top, pixel, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        int value = value(rgb, at);
        int level = level(value, across, x, down, y);
        scale(rgb, at, value, Math.max(lowest, Math.min(highest, level)));
      }
    }
  }

  /** Gives a pixel another V: with the same hue and saturation, all three grow alike. */
  private void scale(byte[] rgb, int at, int value, int level) {
    double changed = 255.0 * (level - lowest) / (highest - lowest);
    for (int c = 0; c < 3; c++) {
      double share = value == 0 ? 1 : (rgb[at + c] & 0xff) / (double) value;
      rgb[at + c] = (byte) (int) (changed * share + 0.5);
    }
  }
}
