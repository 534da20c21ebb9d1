// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.RowRanking;
import org.patchwork.learn.Selection;

/** The best rows by a score; ties keep table order. */
final class Ranking {
  private Ranking() {}

  /** The rows with the smallest scores, smallest first. */
  static Selection smallest(int[] rows, float[] scores, int count, String reason) {
    return at(RowRanking.smallest(scores, count), rows, scores, reason);
  }

  /** The rows with the largest scores, largest first. */
  static Selection largest(int[] rows, float[] scores, int count, String reason) {
    return at(RowRanking.largest(scores, count), rows, scores, reason);
  }

  private static Selection at(int[] places, int[] rows, float[] scores, String reason) {
    int[] best = new int[places.length];
    float[] bestScores = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      best[i] = rows[places[i]];
      bestScores[i] = scores[places[i]];
    }
    return new Selection(best, bestScores, reason);
  }
}
