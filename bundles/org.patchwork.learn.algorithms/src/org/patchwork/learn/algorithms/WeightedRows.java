// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.random.RandomGenerator;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/** Draws without replacement with a chance that grows with a probability. */
final class WeightedRows {
  private WeightedRows() {}

  /**
   * Draws one row after the other, each with weight w among those left. Drawn as a race of
   * exponential clocks with rates w, which has the same law (Efraimidis and Spirakis 2006). Where
   * the weights vanish before enough rows are drawn, the rest is drawn uniformly and the reason
   * says so.
   *
   * @param probabilities one per row
   * @param power weight = probability to this power
   */
  static Selection draw(
      int[] rows, float[] probabilities, double power, SampleRequest request, String reason) {
    RandomGenerator random = request.random();
    float[] arrivals = new float[rows.length];
    int reachable = 0;
    for (int i = 0; i < rows.length; i++) {
      double weight = Math.pow(probabilities[i], power);
      double clock = -Math.log1p(-random.nextDouble());
      arrivals[i] = weight > 0 ? logArrival(clock, weight) : Float.POSITIVE_INFINITY;
      reachable += weight > 0 ? 1 : 0;
    }
    int weighted = Math.min(request.count(), reachable);
    int[] chosen = Ranking.smallest(rows, arrivals, weighted, reason).rows();
    if (chosen.length == Math.min(request.count(), rows.length)) {
      return Selection.of(chosen, reason);
    }
    int[] rest = new int[rows.length - reachable];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (arrivals[i] == Float.POSITIVE_INFINITY) {
        rest[count++] = rows[i];
      }
    }
    int[] filled = RandomRows.withoutReplacement(rest, request.count() - chosen.length, random);
    return Selection.of(
        concat(chosen, filled),
        reason + "; " + filled.length + " at random, since their chance is 0");
  }

  /** Arrival times span more than a float can hold, so their logarithm is compared. */
  private static float logArrival(double clock, double weight) {
    return clock == 0 ? Float.NEGATIVE_INFINITY : (float) (Math.log(clock) - Math.log(weight));
  }

  private static int[] concat(int[] first, int[] second) {
    int[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
