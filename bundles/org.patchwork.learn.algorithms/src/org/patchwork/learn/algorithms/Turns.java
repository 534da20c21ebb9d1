// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Several ranked lists take turns: in each turn the list that is furthest behind gives its best row
 * that was not taken yet.
 */
final class Turns {
  private final int[][] lists;
  private final long[] behind;
  private final int[] next;
  private final int[] given;
  private final List<Integer> givers = new ArrayList<>();
  private final BitSet taken = new BitSet();

  /**
   * Begins.
   *
   * @param lists rows, best first
   * @param head how much each list has already; with all the same, they simply take turns
   */
  Turns(int[][] lists, long[] head) {
    this.lists = lists;
    this.behind = head.clone();
    this.next = new int[lists.length];
    this.given = new int[lists.length];
  }

  /** At most {@code count} rows, distinct, in the order of the turns. */
  int[] take(int count) {
    int[] rows = new int[count];
    int found = 0;
    for (int list = list(); found < count && list >= 0; list = list()) {
      int row = lists[list][next[list]++];
      taken.set(row);
      rows[found++] = row;
      given[list]++;
      givers.add(list);
      behind[list]++;
    }
    return Arrays.copyOf(rows, found);
  }

  /** The list that gave each of the rows taken so far. */
  int[] givers() {
    return givers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many rows a list gave. */
  int given(int list) {
    return given[list];
  }

  /** The list whose turn it is, the first of equals, or −1 if all are used up. */
  private int list() {
    int best = -1;
    for (int i = 0; i < lists.length; i++) {
      while (next[i] < lists[i].length && taken.get(lists[i][next[i]])) {
        next[i]++;
      }
      if (next[i] < lists[i].length && (best < 0 || behind[i] < behind[best])) {
        best = i;
      }
    }
    return best;
  }
}
