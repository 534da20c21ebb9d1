// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What turns a model's probabilities into ones that mean what they say.
 *
 * @param method how it was fitted; not {@link CalibrationMethod#AUTO}
 * @param exclusive true if exactly one class is present in an image; probabilities of a row are
 *     then made to sum to 1 again
 * @param classIds classes of the model, in order
 * @param maps one function per class; where classes are exclusive and the method is {@link
 *     CalibrationMethod#TEMPERATURE}, only the scale of the first counts, for all of them
 */
public record Calibration(
    CalibrationMethod method, boolean exclusive, List<String> classIds, List<ProbabilityMap> maps) {
  private static final double LEAST = 1e-30;

  public Calibration {
    classIds = List.copyOf(classIds);
    maps = List.copyOf(maps);
    if (classIds.size() != maps.size()) {
      throw new IllegalArgumentException(
          classIds.size() + " classes but " + maps.size() + " functions");
    }
  }

  /**
   * Fits a calibration.
   *
   * @param rows rows whose labels are taken, which the model was not trained on. A class without
   *     positives or without negatives among them is left as it is
   */
  public static Calibration fit(
      LabelTable labels, PredictionTable predictions, int[] rows, CalibrationMethod wanted) {
    CalibrationMethod method = wanted.resolve(predictions.exclusive());
    List<ProbabilityMap> maps = new ArrayList<>();
    boolean shared = predictions.exclusive() && method == CalibrationMethod.TEMPERATURE;
    ProbabilityMap first = shared ? sharedScale(labels, predictions, rows) : null;
    for (String id : predictions.classIds()) {
      maps.add(shared ? first : fit(ScoredCells.of(labels, predictions, id, rows), method));
    }
    return new Calibration(method, predictions.exclusive(), predictions.classIds(), maps);
  }

  private static ProbabilityMap fit(ScoredCells cells, CalibrationMethod method) {
    return switch (method) {
      case AUTO, NONE -> ProbabilityMap.IDENTITY;
      case TEMPERATURE -> LogisticFit.temperature(cells);
      case PLATT -> LogisticFit.platt(cells);
      case ISOTONIC -> IsotonicFit.of(cells);
    };
  }

  /** One over the temperature that makes the labelled classes most probable. */
  private static ProbabilityMap sharedScale(
      LabelTable labels, PredictionTable predictions, int[] rows) {
    ExclusiveRows exclusive = new ExclusiveRows(labels, predictions);
    List<double[]> logs = new ArrayList<>(); // of the classes, that of the truth first
    for (int row : rows) {
      int truth = exclusive.truth(row);
      if (truth >= 0 && predictions.has(row)) {
        double[] values = logs(exclusive, row);
        double swapped = values[0];
        values[0] = values[truth];
        values[truth] = swapped;
        logs.add(values);
      }
    }
    return logs.isEmpty()
        ? ProbabilityMap.IDENTITY
        : new ProbabilityMap.Logistic(LogisticFit.leastScale(scale -> loss(logs, scale)), 0);
  }

  private static double[] logs(ExclusiveRows exclusive, int row) {
    double[] logs = new double[exclusive.classes()];
    for (int c = 0; c < logs.length; c++) {
      logs[c] = Math.log(Math.max(exclusive.probability(row, c), LEAST));
    }
    return logs;
  }

  private static double loss(List<double[]> logs, double scale) {
    double sum = 0;
    for (double[] row : logs) {
      double most = Double.NEGATIVE_INFINITY;
      for (double value : row) {
        most = Math.max(most, value);
      }
      double others = 0;
      for (double value : row) {
        others += Math.exp(scale * (value - most));
      }
      sum += Math.log(others) - scale * (row[0] - most);
    }
    return sum;
  }

  /** The calibrated probabilities of all rows; classes this calibration does not know stay. */
  public PredictionTable apply(PredictionTable predictions) {
    int classes = predictions.classIds().size();
    float[][] columns = new float[classes][predictions.rows()];
    double[] row = new double[classes];
    ProbabilityMap[] byColumn = new ProbabilityMap[classes];
    for (int c = 0; c < classes; c++) {
      int known = classIds.indexOf(predictions.classIds().get(c));
      byColumn[c] = known < 0 ? ProbabilityMap.IDENTITY : maps.get(known);
    }
    for (int r = 0; r < predictions.rows(); r++) {
      for (int c = 0; c < classes; c++) {
        row[c] = predictions.probability(r, c);
      }
      apply(row, byColumn);
      for (int c = 0; c < classes; c++) {
        columns[c][r] = (float) row[c];
      }
    }
    return new PredictionTable(
        predictions.classIds(), columns, predictions.source(), predictions.exclusive());
  }

  /**
   * Calibrates one row in place.
   *
   * @param row probabilities of {@link #classIds()}, in order
   */
  public void apply(double[] row) {
    apply(row, maps.toArray(ProbabilityMap[]::new));
  }

  private void apply(double[] row, ProbabilityMap[] byColumn) {
    boolean shared = exclusive && method == CalibrationMethod.TEMPERATURE;
    for (int c = 0; c < row.length; c++) {
      row[c] =
          shared && byColumn[c] instanceof ProbabilityMap.Logistic logistic
              ? Math.pow(row[c], logistic.scale())
              : byColumn[c].apply(row[c]);
    }
    if (exclusive && method != CalibrationMethod.NONE) {
      normalise(row);
    }
  }

  private static void normalise(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    for (int c = 0; c < row.length && sum > 0; c++) {
      row[c] /= sum;
    }
  }
}
