// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Arrays;

/**
 * A set of places, held as the ranges it consists of: all of two million places are one range. Its
 * size is that of its ranges, however long they are. Immutable.
 */
final class Ranges {
  /** The set without places. */
  static final Ranges NONE = new Ranges(new int[0]);

  /** Starts at even indices, ends behind the last place at odd ones; strictly ascending. */
  private final int[] bounds;

  private final int count;

  private Ranges(int[] bounds) {
    this.bounds = bounds;
    int places = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      places += bounds[i + 1] - bounds[i];
    }
    this.count = places;
  }

  /** The places from the first up to, and without, the end. */
  static Ranges of(int first, int end) {
    return first < end ? new Ranges(new int[] {first, end}) : NONE;
  }

  /** These places, ascending and distinct. */
  static Ranges ofAscending(int[] places) {
    int[] bounds = new int[2 * places.length];
    int used = 0;
    for (int place : places) {
      if (used > 0 && bounds[used - 1] == place) {
        bounds[used - 1] = place + 1;
      } else {
        bounds[used++] = place;
        bounds[used++] = place + 1;
      }
    }
    return new Ranges(Arrays.copyOf(bounds, used));
  }

  /** Number of places. */
  int count() {
    return count;
  }

  /** Number of ranges. */
  int size() {
    return bounds.length / 2;
  }

  boolean contains(int place) {
    int found = Arrays.binarySearch(bounds, place);
    int boundsUpToPlace = found >= 0 ? found + 1 : -found - 1;
    return (boundsUpToPlace & 1) == 1; // behind a start and not yet behind its end
  }

  /** The places in either set. */
  Ranges or(Ranges other) {
    return combine(other, false);
  }

  /** The places in one set and not in the other. */
  Ranges xor(Ranges other) {
    return combine(other, true);
  }

  /** The places, ascending. */
  int[] toArray() {
    int[] places = new int[count];
    int used = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      for (int place = bounds[i]; place < bounds[i + 1]; place++) {
        places[used++] = place;
      }
    }
    return places;
  }

  /** Walks over the bounds of both; a bound of the result is where its membership changes. */
  private Ranges combine(Ranges other, boolean exclusive) {
    int[] result = new int[bounds.length + other.bounds.length];
    int used = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < bounds.length || theirs < other.bounds.length) {
      int at = Math.min(bound(mine), other.bound(theirs));
      mine += bound(mine) == at ? 1 : 0;
      theirs += other.bound(theirs) == at ? 1 : 0;
      boolean inMine = (mine & 1) == 1;
      boolean inTheirs = (theirs & 1) == 1;
      boolean inside = exclusive ? inMine != inTheirs : inMine || inTheirs;
      if (inside != ((used & 1) == 1)) {
        result[used++] = at;
      }
    }
    return new Ranges(Arrays.copyOf(result, used));
  }

  private int bound(int index) {
    return index < bounds.length ? bounds[index] : Integer.MAX_VALUE;
  }
}
