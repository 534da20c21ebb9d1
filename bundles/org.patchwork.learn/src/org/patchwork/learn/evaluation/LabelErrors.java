// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Labels that are likely to be wrong, by confident learning: Northcutt, Jiang and Chuang (2021) for
 * exclusive classes, and class by class, after Thyagarajan and others (2022), where several may be
 * present. What differs is that labels may be missing: only observed cells take part, and they
 * alone set the thresholds.
 *
 * @param queue labels the model contradicts, the most suspicious first
 * @param checked number of labels that could be looked at
 * @param estimated how many of them are wrong as far as the confident joint tells
 */
public record LabelErrors(List<LabelError> queue, int checked, int estimated) {
  private static final Comparator<LabelError> WORST_FIRST =
      Comparator.comparingDouble(LabelError::quality)
          .thenComparingInt(LabelError::row)
          .thenComparing(LabelError::classId);

  public LabelErrors {
    queue = List.copyOf(queue);
  }

  /**
   * Looks for errors.
   *
   * @param predictions each row predicted by a model that was not trained on its labels, as
   *     cross-validation gives them; NaN rows are not looked at
   */
  public static LabelErrors find(LabelTable labels, PredictionTable predictions) {
    return findIn(
        labels,
        Calibration.fit(labels, predictions, usable(labels), CalibrationMethod.PLATT)
            .apply(predictions));
  }

  private static LabelErrors findIn(LabelTable labels, PredictionTable predictions) {
    List<LabelError> found = new ArrayList<>();
    int checked = 0;
    if (predictions.exclusive()) {
      checked = exclusive(labels, predictions, found);
    } else {
      for (String id : predictions.classIds()) {
        checked += independent(labels, predictions, id, found);
      }
    }
    found.sort(WORST_FIRST);
    int estimated = (int) found.stream().filter(LabelError::confident).count();
    return new LabelErrors(found, checked, estimated);
  }

  private static int[] usable(LabelTable labels) {
    return java.util.stream.IntStream.range(0, labels.rows())
        .filter(row -> !labels.excluded(row))
        .toArray();
  }

  private static int independent(
      LabelTable labels, PredictionTable predictions, String id, List<LabelError> found) {
    ScoredCells cells = ScoredCells.of(labels, predictions, id, usable(labels));
    double present = mean(cells.probabilities(true));
    double absent = 1 - mean(cells.probabilities(false));
    for (int i = 0; i < cells.size(); i++) {
      double p = cells.probability(i);
      double given = cells.present(i) ? p : 1 - p;
      boolean confident = 1 - given >= (cells.present(i) ? absent : present);
      if (given < 0.5) {
        byte label = cells.present(i) ? LabelTable.PRESENT : LabelTable.ABSENT;
        found.add(new LabelError(cells.row(i), id, label, id, given, given, confident));
      }
    }
    return cells.size();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length; // NaN without any: nothing is as sure as that
  }

  private static int exclusive(
      LabelTable labels, PredictionTable predictions, List<LabelError> found) {
    ExclusiveRows rows = new ExclusiveRows(labels, predictions);
    double[] sums = new double[rows.classes()];
    int[] counts = new int[rows.classes()];
    int checked = 0;
    int[] usable = usable(labels);
    for (int row : usable) {
      int truth = rows.truth(row);
      if (truth >= 0 && predictions.has(row)) {
        sums[truth] += rows.probability(row, truth);
        counts[truth]++;
        checked++;
      }
    }
    for (int row : usable) {
      int truth = rows.truth(row);
      int said = truth < 0 ? -1 : rows.mostProbable(row);
      if (said >= 0 && said != truth) {
        double given = rows.probability(row, truth);
        double other = rows.probability(row, said);
        found.add(
            new LabelError(
                row,
                predictions.classIds().get(truth),
                LabelTable.PRESENT,
                predictions.classIds().get(said),
                given,
                given - other,
                other >= sums[said] / counts[said]));
      }
    }
    return checked;
  }
}
