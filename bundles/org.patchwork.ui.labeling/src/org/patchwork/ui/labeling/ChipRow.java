// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How names share a row: all in full if they fit; else the long ones give way, down to a width at
 * which a name can still be told from another; what has no room even so is only counted.
 *
 * @param widths of the chips that are shown, in order
 * @param left number of names without a chip
 */
record ChipRow(List<Integer> widths, int left) {
  /** Space between two chips. */
  static final int GAP = 3;

  /** A name in less than this says nothing. */
  static final int NARROWEST = 44;

  /**
   * Lays out a row.
   *
   * @param wanted widths in which the chips show their names in full
   * @param room width of the row
   * @param counter width of the text that says how many are left
   */
  static ChipRow of(List<Integer> wanted, int room, ToIntFunction<Integer> counter) {
    for (int shown = wanted.size(); shown > 1; shown--) {
      int left = wanted.size() - shown;
      int available = room - GAP * (shown - 1) - (left == 0 ? 0 : counter.applyAsInt(left) + GAP);
      List<Integer> first = wanted.subList(0, shown);
      int total = first.stream().mapToInt(Integer::intValue).sum();
      if (total <= available || available >= shown * NARROWEST) {
        return new ChipRow(shared(first, available), left);
      }
    }
    int left = Math.max(0, wanted.size() - 1);
    int available = room - (left == 0 ? 0 : counter.applyAsInt(left) + GAP);
    return new ChipRow(shared(wanted.subList(0, wanted.size() - left), available), left);
  }

  /** True if nothing is left out and each chip shows its name, or enough of it to be told. */
  boolean isReadable(List<Integer> wanted) {
    boolean readable = left == 0;
    for (int i = 0; i < widths.size(); i++) {
      readable &= widths.get(i) >= Math.min(NARROWEST, wanted.get(i));
    }
    return readable;
  }

  /** Everyone gets what he wants, but nobody more than the share at which the room is used up. */
  private static List<Integer> shared(List<Integer> wanted, int available) {
    int room = Math.max(0, available);
    List<Integer> ascending = new ArrayList<>(wanted);
    ascending.sort(null);
    int share = Integer.MAX_VALUE;
    for (int i = 0; i < ascending.size(); i++) {
      int equal = room / (ascending.size() - i);
      if (ascending.get(i) > equal) {
        share = equal;
        break;
      }
      room -= ascending.get(i);
    }
    int most = share;
    return wanted.stream().map(each -> Math.min(each, most)).toList();
  }
}
