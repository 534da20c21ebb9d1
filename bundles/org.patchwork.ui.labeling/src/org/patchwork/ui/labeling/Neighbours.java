// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageReference;
import org.patchwork.image.Window;

/**
 * The rows that are windows of one image file, in row order. Windows of an image stand together in
 * a project that cut it, so only the rows around are looked at: as far as they are windows of the
 * same file.
 *
 * @param rows row numbers, ascending
 * @param windows the windows, one a row
 */
record Neighbours(List<Integer> rows, List<Window> windows) {
  static final Neighbours NONE = new Neighbours(List.of(), List.of());

  private static final String FRAGMENT = "#xywh=";
  private static final int MOST_EACH_WAY = 5000;

  /**
   * Finds the windows around a row, itself among them; O(windows).
   *
   * @return none if the row is no window
   */
  static Neighbours of(LabelTable labels, int row) {
    ImageReference reference = ImageReference.parse(labels.path(row));
    if (reference.window() == null) {
      return NONE;
    }
    String start = labels.path(row).substring(0, labels.path(row).lastIndexOf(FRAGMENT) + 1);
    int first = row;
    while (first > 0 && row - first < MOST_EACH_WAY && labels.path(first - 1).startsWith(start)) {
      first--;
    }
    int last = row;
    while (last + 1 < labels.rows()
        && last - row < MOST_EACH_WAY
        && labels.path(last + 1).startsWith(start)) {
      last++;
    }
    return windows(labels, reference.file(), first, last);
  }

  private static Neighbours windows(LabelTable labels, Path file, int first, int last) {
    List<Integer> rows = new ArrayList<>();
    List<Window> windows = new ArrayList<>();
    for (int each = first; each <= last; each++) {
      ImageReference reference = ImageReference.parse(labels.path(each));
      if (reference.window() != null && reference.file().equals(file)) {
        rows.add(each);
        windows.add(reference.window());
      }
    }
    return new Neighbours(List.copyOf(rows), List.copyOf(windows));
  }

  /** The row of the smallest window around a pixel of the image, or −1. */
  int rowAt(int x, int y) {
    int found = -1;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      boolean inside =
          x >= window.x()
              && y >= window.y()
              && x < window.x() + window.width()
              && y < window.y() + window.height();
      long pixels = (long) window.width() * window.height();
      if (inside && pixels < smallest) {
        smallest = pixels;
        found = rows.get(i);
      }
    }
    return found;
  }
}
