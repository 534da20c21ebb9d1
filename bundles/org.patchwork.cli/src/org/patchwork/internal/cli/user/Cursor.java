// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The cursor of a page of images, moved by arrows, Home and End as the grid does. Counts the fewest
 * keys.
 */
final class Cursor {
  private final int images;
  private final int columns;
  private int place;

  /** A cursor that stands on an image. */
  Cursor(int images, int columns, int place) {
    this.images = images;
    this.columns = columns;
    this.place = place;
  }

  int place() {
    return place;
  }

  /** Puts the cursor somewhere without keys, as a class key does that moves it on. */
  void put(int target) {
    place = target;
  }

  /** Goes there; returns how many keys it took. */
  int moveTo(int target) {
    int keys = distances(place)[target];
    place = target;
    return keys;
  }

  private int[] distances(int from) {
    int[] keys = new int[images];
    Arrays.fill(keys, -1);
    keys[from] = 0;
    ArrayDeque<Integer> reached = new ArrayDeque<>();
    reached.add(from);
    while (!reached.isEmpty()) {
      int at = reached.remove();
      for (int next : new int[] {at - 1, at + 1, at - columns, at + columns, 0, images - 1}) {
        if (next >= 0 && next < images && keys[next] < 0) {
          keys[next] = keys[at] + 1;
          reached.add(next);
        }
      }
    }
    return keys;
  }
}
