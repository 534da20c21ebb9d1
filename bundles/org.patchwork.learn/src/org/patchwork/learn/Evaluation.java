// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * How good predictions are on some rows, on observed cells only.
 *
 * @param classes one entry per class of the predictions that the table still has, in the order of
 *     the table
 * @param accuracy by arg max over the rows whose present class is known where classes are
 *     exclusive, else the share of observed cells on the right side of p ≥ .5; empty if there are
 *     none
 * @param accuracyCount number of rows or cells behind {@code accuracy}
 * @param meanAuc mean over the classes that have an AUC
 * @param meanAveragePrecision mean over the classes that have one
 */
public record Evaluation(
    List<ClassMetrics> classes,
    OptionalDouble accuracy,
    int accuracyCount,
    OptionalDouble meanAuc,
    OptionalDouble meanAveragePrecision) {

  public Evaluation {
    classes = List.copyOf(classes);
  }

  /** Evaluates predictions on a part of the table. */
  public static Evaluation of(LabelTable labels, PredictionTable predictions, Part part) {
    return of(labels, predictions, row -> part.contains(labels, row));
  }

  /** Evaluates predictions on the rows that pass the condition and have predictions. */
  public static Evaluation of(LabelTable labels, PredictionTable predictions, IntPredicate rows) {
    List<ClassMetrics> classes = new ArrayList<>();
    int cells = 0;
    int rightCells = 0;
    for (int c = 0; c < labels.classes(); c++) {
      int predicted = predictions.classIndex(labels.classIds().get(c));
      if (predicted >= 0) {
        float[] positives =
            probabilities(labels, predictions, rows, c, predicted, LabelTable.PRESENT);
        float[] negatives =
            probabilities(labels, predictions, rows, c, predicted, LabelTable.ABSENT);
        classes.add(ClassMetrics.of(labels.classIds().get(c), positives, negatives));
        cells += positives.length + negatives.length;
        rightCells += Metrics.countRight(positives, negatives);
      }
    }
    int[] counted =
        predictions.exclusive() ? argMax(labels, predictions, rows) : new int[] {rightCells, cells};
    return new Evaluation(
        classes,
        counted[1] == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) counted[0] / counted[1]),
        counted[1],
        Metrics.mean(classes.stream().map(ClassMetrics::auc)),
        Metrics.mean(classes.stream().map(ClassMetrics::averagePrecision)));
  }

  /** The entry of a class, or null. */
  public ClassMetrics of(String classId) {
    return classes.stream()
        .filter(entry -> entry.classId().equals(classId))
        .findFirst()
        .orElse(null);
  }

  private static float[] probabilities(
      LabelTable labels,
      PredictionTable predictions,
      IntPredicate rows,
      int column,
      int predicted,
      byte value) {
    float[] found = new float[labels.rows()];
    int count = 0;
    for (int row = 0; row < labels.rows(); row++) {
      if (labels.label(row, column) == value && rows.test(row)) {
        float p = predictions.probability(row, predicted);
        if (!Float.isNaN(p)) {
          found[count++] = p;
        }
      }
    }
    return java.util.Arrays.copyOf(found, count);
  }

  /** Right answers and rows; a row counts if exactly one class is known to be present. */
  private static int[] argMax(LabelTable labels, PredictionTable predictions, IntPredicate rows) {
    int right = 0;
    int count = 0;
    for (int row = 0; row < labels.rows(); row++) {
      int truth = rows.test(row) && predictions.has(row) ? onlyPresent(labels, row) : -1;
      if (truth >= 0) {
        count++;
        right += labels.classIds().get(truth).equals(mostProbable(predictions, row)) ? 1 : 0;
      }
    }
    return new int[] {right, count};
  }

  private static int onlyPresent(LabelTable labels, int row) {
    int present = -1;
    for (int c = 0; c < labels.classes(); c++) {
      if (labels.label(row, c) == LabelTable.PRESENT) {
        if (present >= 0) {
          return -1;
        }
        present = c;
      }
    }
    return present;
  }

  private static String mostProbable(PredictionTable predictions, int row) {
    int best = 0;
    for (int c = 1; c < predictions.classIds().size(); c++) {
      if (predictions.probability(row, c) > predictions.probability(row, best)) {
        best = c;
      }
    }
    return predictions.classIds().get(best);
  }
}
