// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.learn.Selection;

/** The best rows by a score; ties keep table order. */
final class Ranking {
  private Ranking() {}

  /** The rows with the smallest scores, smallest first. */
  static Selection smallest(int[] rows, float[] scores, int count, String reason) {
    return take(rows, scores, count, reason, 1);
  }

  /** The rows with the largest scores, largest first. */
  static Selection largest(int[] rows, float[] scores, int count, String reason) {
    return take(rows, scores, count, reason, -1);
  }

  private static Selection take(int[] rows, float[] scores, int count, String reason, int sign) {
    long[] keys = new long[rows.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) sortable(sign * scores[i]) << 32 | i;
    }
    Arrays.sort(keys);
    int taken = Math.min(count, rows.length);
    int[] best = new int[taken];
    float[] bestScores = new float[taken];
    for (int i = 0; i < taken; i++) {
      best[i] = rows[(int) keys[i]];
      bestScores[i] = scores[(int) keys[i]];
    }
    return new Selection(best, bestScores, reason);
  }

  /** An int that sorts as the float does; −0 and 0 are the same. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
