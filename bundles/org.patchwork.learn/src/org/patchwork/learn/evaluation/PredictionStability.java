// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.OptionalDouble;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Metrics;

/**
 * How far two models agree about images without labels: Cohen's kappa of their answers. Once models
 * trained one after the other agree at .99 on what they would say, more labels of the same kind
 * change little (Bloodgood and Vijay-Shanker 2009, "A method for stopping active learning based on
 * stabilizing predictions").
 */
public final class PredictionStability {
  private PredictionStability() {}

  /**
   * Compares the most probable classes where exactly one is present, else the answers at ½, as a
   * mean over the classes.
   *
   * @param rows rows to compare, for example those not excluded
   * @return 1 for equal answers, about 0 for answers that have nothing to do with each other; empty
   *     if no row has predictions of both for the same classes
   */
  public static OptionalDouble kappa(PredictionTable before, PredictionTable now, int[] rows) {
    if (before.exclusive() && now.exclusive() && before.classIds().equals(now.classIds())) {
      return exclusive(before, now, rows);
    }
    return Metrics.mean(
        now.classIds().stream()
            .filter(id -> before.classIndex(id) >= 0)
            .map(id -> binary(before, now, id, rows)));
  }

  private static OptionalDouble binary(
      PredictionTable before, PredictionTable now, String id, int[] rows) {
    int a = before.classIndex(id);
    int b = now.classIndex(id);
    int[][] counts = new int[2][2];
    for (int row : rows) {
      float p = before.probability(row, a);
      float q = now.probability(row, b);
      if (!Float.isNaN(p) && !Float.isNaN(q)) {
        counts[p >= 0.5f ? 1 : 0][q >= 0.5f ? 1 : 0]++;
      }
    }
    return kappa(counts);
  }

  private static OptionalDouble exclusive(PredictionTable before, PredictionTable now, int[] rows) {
    int classes = now.classIds().size();
    int[][] counts = new int[classes][classes];
    for (int row : rows) {
      if (before.has(row) && now.has(row)) {
        counts[mostProbable(before, row)][mostProbable(now, row)]++;
      }
    }
    return kappa(counts);
  }

  private static int mostProbable(PredictionTable predictions, int row) {
    int best = 0;
    for (int c = 1; c < predictions.classIds().size(); c++) {
      best = predictions.probability(row, c) > predictions.probability(row, best) ? c : best;
    }
    return best;
  }

  private static OptionalDouble kappa(int[][] counts) {
    double total = 0;
    double same = 0;
    double chance = 0;
    for (int i = 0; i < counts.length; i++) {
      double line = 0;
      double column = 0;
      for (int j = 0; j < counts.length; j++) {
        line += counts[i][j];
        column += counts[j][i];
      }
      total += line;
      same += counts[i][i];
      chance += line * column;
    }
    if (total == 0) {
      return OptionalDouble.empty();
    }
    chance /= total * total;
    boolean oneAnswer = chance >= 1; // all said the same, so agreement is all there can be
    return OptionalDouble.of(oneAnswer ? 1 : (same / total - chance) / (1 - chance));
  }
}
