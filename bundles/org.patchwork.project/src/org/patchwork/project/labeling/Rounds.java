// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked one after the other, to go back to and forth again. A new round comes behind all
 * others.
 *
 * @param <T> a round; immutable
 */
final class Rounds<T> {
  private final List<T> all = new ArrayList<>();
  private int place = -1;

  /** The round on display, null before the first. */
  T current() {
    return place < 0 ? null : all.get(place);
  }

  /** Number of the round on display, from 1; 0 before the first. */
  int number() {
    return place + 1;
  }

  int count() {
    return all.size();
  }

  void show(T round) {
    all.add(round);
    place = all.size() - 1;
  }

  /** Puts a changed round in the place of the one on display. */
  void replace(T changed) {
    all.set(place, changed);
  }

  boolean back() {
    if (place < 1) {
      return false;
    }
    place--;
    return true;
  }

  boolean forward() {
    if (place + 1 >= all.size()) {
      return false;
    }
    place++;
    return true;
  }

  void clear() {
    all.clear();
    place = -1;
  }
}
