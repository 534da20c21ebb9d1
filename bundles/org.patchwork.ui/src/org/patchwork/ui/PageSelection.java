// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Arrays;

/**
 * Which places of a page are selected, where the cursor is and where a range started. Immutable, so
 * that two of them can be compared to find what to repaint. While the page has images the selection
 * is never empty. Moving, extending and selecting all cost the same however large the page is.
 */
public final class PageSelection {
  private static final PageSelection NONE = new PageSelection(0, Ranges.NONE, -1, -1);

  private final int size;
  private final Ranges selected;
  private final int cursor;
  private final int anchor;

  private PageSelection(int size, Ranges selected, int cursor, int anchor) {
    this.size = size;
    this.selected = selected;
    this.cursor = cursor;
    this.anchor = anchor;
  }

  /** The first place of a page of this size. */
  public static PageSelection first(int size) {
    return size == 0 ? NONE : new PageSelection(size, Ranges.of(0, 1), 0, 0);
  }

  /** Place of the cursor, −1 on an empty page. */
  public int cursor() {
    return cursor;
  }

  public boolean contains(int position) {
    return selected.contains(position);
  }

  /** Number of selected places. */
  public int count() {
    return selected.count();
  }

  /** The selected places, ascending; O(selected). */
  public int[] positions() {
    return selected.toArray();
  }

  /** The cursor alone at this place; places beyond the page mean its first or last. */
  public PageSelection at(int position) {
    int place = clamp(position);
    return place < 0 ? this : new PageSelection(size, Ranges.of(place, place + 1), place, place);
  }

  /** Everything from where the range started to this place, as shift-click and shift-arrow do. */
  public PageSelection extendTo(int position) {
    int place = clamp(position);
    if (place < 0) {
      return this;
    }
    Ranges range = Ranges.of(Math.min(anchor, place), Math.max(anchor, place) + 1);
    return new PageSelection(size, range, place, anchor);
  }

  /** This place added or, if others stay, taken away, as ctrl-click does. */
  public PageSelection toggle(int position) {
    int place = clamp(position);
    if (place < 0) {
      return this;
    }
    Ranges one = Ranges.of(place, place + 1);
    Ranges changed = selected.xor(one);
    return new PageSelection(size, changed.count() == 0 ? one : changed, place, place);
  }

  /**
   * These places, with the cursor at the last of them; none leaves the cursor alone.
   *
   * @param positions distinct
   * @param keep true to add them to what is selected
   */
  public PageSelection of(int[] positions, boolean keep) {
    if (positions.length == 0) {
      return keep ? this : at(cursor);
    }
    int[] ascending = positions.clone();
    Arrays.sort(ascending);
    Ranges added = Ranges.ofAscending(ascending);
    int last = positions[positions.length - 1];
    return new PageSelection(size, keep ? selected.or(added) : added, last, last);
  }

  /** Every place; the cursor stays. */
  public PageSelection all() {
    return size == 0 ? this : new PageSelection(size, Ranges.of(0, size), cursor, anchor);
  }

  /** True if the place has to be painted again when the other selection becomes this one. */
  public boolean differs(PageSelection other, int position) {
    return contains(position) != other.contains(position)
        || (position == cursor) != (position == other.cursor);
  }

  private int clamp(int position) {
    return Math.max(size == 0 ? -1 : 0, Math.min(position, size - 1));
  }
}
