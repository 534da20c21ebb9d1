// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.Locale;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;

/** Shows images that a view has found in the grid. */
final class GridImages {
  private static final int MOST = 400;

  private final PageModel page;
  private final String source;

  /**
   * For one view.
   *
   * @param source id under which labels are recorded that are given to these images
   */
  GridImages(PageModel page, String source) {
    this.page = page;
    this.source = source;
  }

  /**
   * Shows images, in this order, the first 400 of many; nothing happens without any.
   *
   * @param classId class to put in focus; null leaves the one that is
   * @param text what they are, for the line above the grid
   */
  void show(int[] rows, String classId, String text) {
    if (rows.length == 0) {
      return;
    }
    int[] first = Arrays.copyOf(rows, Math.min(MOST, rows.length));
    String description =
        first.length == rows.length
            ? text
            : text + String.format(Locale.ENGLISH, "; the first %,d are shown", first.length);
    if (classId != null) {
      page.setFocusClass(classId);
    }
    page.show(Page.of(first, source, description));
  }
}
