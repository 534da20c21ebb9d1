// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * A scroll position over a content of any height, shown by a scroll bar whose numbers are {@code
 * int}s. Up to {@link #MOST_UNITS} points the bar counts points; a taller content is counted in
 * steps of several points, which is finer than a thumb can be dragged anyway. Keys and {@link #to}
 * stay exact to the point.
 */
final class LongScroll {
  /** Small enough that no platform's scaling for fine screens makes an int overflow. */
  static final int MOST_UNITS = 1 << 28;

  /** A bar lower than its own arrows cannot be laid out by GTK. */
  private static final int LOWEST_BAR = 48;

  private final ScrollBar bar;
  private final LongConsumer moved;
  private long contentHeight;
  private int viewHeight;
  private long unit = 1;
  private long at;

  /**
   * A position at the top of nothing.
   *
   * @param moved told the position before when it has changed, by hand or by {@link #to}
   */
  LongScroll(ScrollBar bar, LongConsumer moved) {
    this.bar = bar;
    this.moved = moved;
    bar.setVisible(false);
    bar.addListener(SWT.Selection, event -> dragged());
  }

  /** Points of the content above the view. */
  long at() {
    return at;
  }

  /** Takes other heights; the position is kept as far as it can be. */
  void layOut(long newContentHeight, int newViewHeight, int step) {
    contentHeight = newContentHeight;
    viewHeight = newViewHeight;
    unit = Math.max(1, (contentHeight + MOST_UNITS - 1) / MOST_UNITS);
    at = bounded(at);
    boolean needed = contentHeight > viewHeight && viewHeight >= LOWEST_BAR;
    if (needed) {
      int thumb = Math.max(1, units(viewHeight));
      bar.setValues(units(at), 0, units(contentHeight), thumb, Math.max(1, units(step)), thumb);
    }
    if (bar.getVisible() != needed) {
      bar.setVisible(needed); // changes the width of the view, which lays out again
    }
  }

  /** Goes to this position, or to the nearest there is. */
  void to(long wanted) {
    long bounded = bounded(wanted);
    if (bounded != at) {
      long before = at;
      at = bounded;
      bar.setSelection(units(at));
      moved.accept(before);
    }
  }

  private void dragged() {
    int value = bar.getSelection();
    if (value == units(at)) {
      return; // the bar tells what it was told
    }
    boolean end = value + bar.getThumb() >= bar.getMaximum();
    long before = at;
    at = bounded(end ? contentHeight : value * unit);
    moved.accept(before);
  }

  private long bounded(long wanted) {
    return Math.max(0, Math.min(wanted, contentHeight - viewHeight));
  }

  private int units(long points) {
    return (int) (points / unit);
  }
}
