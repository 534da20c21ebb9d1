// SPDX-License-Identifier: MIT
package org.patchwork.image.display;

/**
 * The histogram of one tile and the mapping of grey values it gives (Zuiderveld, 1994, "Contrast
 * limited adaptive histogram equalization", Graphics Gems IV, with the rounding and the order of
 * redistribution of scikit-image).
 */
final class TileHistogram {
  private final int[] counts;

  TileHistogram(int bins) {
    counts = new int[bins];
  }

  void add(int bin) {
    counts[bin]++;
  }

  /** Cuts what exceeds the limit off each bin and spreads it over the bins below. */
  void clip(int limit) {
    int excess = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > limit) {
        excess += counts[i] - limit;
        counts[i] = limit;
      }
    }
    excess = raiseAll(limit, excess);
    int before = excess + 1;
    while (excess > 0 && excess < before) {
      before = excess;
      excess = raiseOneByOne(limit, excess);
    }
  }

  /** Gives every bin the same share, at most up to the limit; returns what is left. */
  private int raiseAll(int limit, int excess) {
    int share = excess / counts.length;
    int left = excess;
    for (int i = 0; i < counts.length; i++) {
      int raised = Math.min(limit, counts[i] + share);
      left -= raised - counts[i];
      counts[i] = raised;
    }
    return left;
  }

  /** Gives bins in even distances one each, beginning one further to the right each time. */
  private int raiseOneByOne(int limit, int excess) {
    int left = excess;
    for (int start = 0; start < counts.length && left > 0; start++) {
      int step = Math.max(1, below(limit) / left);
      for (int i = start; i < counts.length; i += step) {
        if (counts[i] < limit) {
          counts[i]++;
          left--;
        }
      }
    }
    return left;
  }

  private int below(int limit) {
    int below = 0;
    for (int count : counts) {
      below += count < limit ? 1 : 0;
    }
    return below;
  }

  /**
   * The level for each bin: the share of pixels up to it.
   *
   * @param pixels of the tile
   * @param highest level
   */
  int[] mapping(int pixels, int highest) {
    int[] mapping = new int[counts.length];
    double scale = (double) highest / pixels;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      mapping[i] = (int) Math.min(highest, sum * scale);
    }
    return mapping;
  }
}
