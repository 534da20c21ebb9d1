// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Arrays;
import org.patchwork.core.PredictionTable;

/**
 * From probabilities to answers: 1 for present, 0 for absent, NaN where there is no probability.
 *
 * @param exclusive true if the most probable class is present and no other; else each class is that
 *     reaches its threshold
 * @param thresholds of the classes, in order; not copied
 */
public record Answers(boolean exclusive, double[] thresholds) {

  /** The answers of a model. */
  public static Answers of(CalibratedModel model) {
    return new Answers(
        model.predictions().exclusive(),
        model.predictions().classIds().stream().mapToDouble(model.thresholds()::of).toArray());
  }

  /** Turns one row of probabilities into answers, in place. */
  public void apply(double[] row) {
    int best = 0;
    for (int c = 1; c < row.length; c++) {
      best = row[c] > row[best] ? c : best;
    }
    if (Arrays.stream(row).anyMatch(Double::isNaN)) {
      Arrays.fill(row, Double.NaN);
      return;
    }
    for (int c = 0; c < row.length; c++) {
      boolean present = exclusive ? c == best : row[c] >= thresholds[c];
      row[c] = present ? 1 : 0;
    }
  }

  /** A table of answers in the place of probabilities. */
  public PredictionTable apply(PredictionTable predictions) {
    int classes = predictions.classIds().size();
    float[][] columns = new float[classes][predictions.rows()];
    double[] row = new double[classes];
    for (int r = 0; r < predictions.rows(); r++) {
      for (int c = 0; c < classes; c++) {
        row[c] = predictions.probability(r, c);
      }
      apply(row);
      for (int c = 0; c < classes; c++) {
        columns[c][r] = (float) row[c];
      }
    }
    return new PredictionTable(
        predictions.classIds(), columns, predictions.source(), predictions.exclusive());
  }
}
