// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Uniform draws and orders of rows. */
public final class RandomRows {
  private RandomRows() {}

  /**
   * Distinct entries of an array in random order, by a partial Fisher–Yates shuffle.
   *
   * @param rows not changed
   * @param count at most this many; fewer if there are fewer
   */
  public static int[] withoutReplacement(int[] rows, int count, RandomGenerator random) {
    int[] shuffled = rows.clone();
    int taken = Math.min(count, rows.length);
    for (int i = 0; i < taken; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      int row = shuffled[other];
      shuffled[other] = shuffled[i];
      shuffled[i] = row;
    }
    return Arrays.copyOf(shuffled, taken);
  }

  /** The entries of an array, which is not changed, in random order. */
  public static int[] shuffled(int[] rows, RandomGenerator random) {
    int[] shuffled = rows.clone();
    shuffle(shuffled, random);
    return shuffled;
  }

  /** Brings the entries of an array into random order, by a Fisher–Yates shuffle. */
  public static void shuffle(int[] rows, RandomGenerator random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[other];
      rows[other] = row;
    }
  }

  /**
   * Brings a list into random order, with the draws of {@link #shuffle(int[], RandomGenerator)}.
   */
  public static void shuffle(List<?> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
