// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.BitSet;

/**
 * Which places of a page are selected, where the cursor is and where a range started. Immutable, so
 * that two of them can be compared to find what to repaint. While the page has images the selection
 * is never empty.
 */
public final class PageSelection {
  private static final PageSelection NONE = new PageSelection(0, new BitSet(), -1, -1);

  private final int size;
  private final BitSet selected;
  private final int cursor;
  private final int anchor;

  private PageSelection(int size, BitSet selected, int cursor, int anchor) {
    this.size = size;
    this.selected = selected;
    this.cursor = cursor;
    this.anchor = anchor;
  }

  /** The first place of a page of this size. */
  public static PageSelection first(int size) {
    return size == 0 ? NONE : new PageSelection(size, bits(0, 0), 0, 0);
  }

  /** Place of the cursor, −1 on an empty page. */
  public int cursor() {
    return cursor;
  }

  public boolean contains(int position) {
    return selected.get(position);
  }

  /** Number of selected places. */
  public int count() {
    return selected.cardinality();
  }

  /** The selected places, ascending. */
  public int[] positions() {
    return selected.stream().toArray();
  }

  /** The cursor alone at this place; places beyond the page mean its first or last. */
  public PageSelection at(int position) {
    int place = clamp(position);
    return place < 0 ? this : new PageSelection(size, bits(place, place), place, place);
  }

  /** Everything from where the range started to this place, as shift-click and shift-arrow do. */
  public PageSelection extendTo(int position) {
    int place = clamp(position);
    return place < 0
        ? this
        : new PageSelection(
            size, bits(Math.min(anchor, place), Math.max(anchor, place)), place, anchor);
  }

  /** This place added or, if others stay, taken away, as ctrl-click does. */
  public PageSelection toggle(int position) {
    int place = clamp(position);
    if (place < 0) {
      return this;
    }
    BitSet changed = (BitSet) selected.clone();
    changed.flip(place);
    if (changed.isEmpty()) {
      changed.set(place);
    }
    return new PageSelection(size, changed, place, place);
  }

  /** These places, with the cursor at the last of them; none leaves the cursor alone. */
  public PageSelection of(int[] positions, boolean keep) {
    BitSet changed = keep ? (BitSet) selected.clone() : new BitSet();
    int last = cursor;
    for (int position : positions) {
      changed.set(position);
      last = position;
    }
    return changed.isEmpty() ? at(cursor) : new PageSelection(size, changed, last, last);
  }

  /** Every place; the cursor stays. */
  public PageSelection all() {
    return size == 0 ? this : new PageSelection(size, bits(0, size - 1), cursor, anchor);
  }

  /** The places that look different in the two, ascending. */
  public int[] difference(PageSelection other) {
    BitSet different = (BitSet) selected.clone();
    different.xor(other.selected);
    if (cursor != other.cursor) {
      if (cursor >= 0) {
        different.set(cursor);
      }
      if (other.cursor >= 0) {
        different.set(other.cursor);
      }
    }
    return different.stream().toArray();
  }

  private int clamp(int position) {
    return Math.max(size == 0 ? -1 : 0, Math.min(position, size - 1));
  }

  private static BitSet bits(int from, int to) {
    BitSet bits = new BitSet();
    bits.set(from, to + 1);
    return bits;
  }
}
