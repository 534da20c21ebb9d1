// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.image.ImageSize;
import org.patchwork.image.Window;

/**
 * How large images are cut into windows. The windows cover the whole image: where the stride does
 * not come out even, the last one lies flush with the edge. An image smaller than a window in one
 * direction gives windows of its own size in that direction.
 *
 * @param height of a window in pixels
 * @param width of a window in pixels
 * @param stride pixels from one window to the next; smaller than the window to let them overlap
 */
public record Tiling(int height, int width, int stride) {
  public Tiling {
    if (height < 1 || width < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "Windows need a size and stride of 1 or more, not "
              + width
              + "×"
              + height
              + " by "
              + stride
              + ".");
    }
  }

  /** The windows of an image, row by row. */
  public List<Window> windows(ImageSize size) {
    List<Window> windows = new ArrayList<>();
    for (int y : starts(size.height(), height)) {
      for (int x : starts(size.width(), width)) {
        windows.add(
            new Window(x, y, Math.min(width, size.width()), Math.min(height, size.height())));
      }
    }
    return windows;
  }

  private List<Integer> starts(int length, int window) {
    List<Integer> starts = new ArrayList<>();
    int last = Math.max(0, length - window);
    for (int start = 0; start < last; start += stride) {
      starts.add(start);
    }
    starts.add(last);
    return starts;
  }
}
