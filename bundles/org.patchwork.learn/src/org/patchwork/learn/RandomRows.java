// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Uniform draws of rows. */
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
}
