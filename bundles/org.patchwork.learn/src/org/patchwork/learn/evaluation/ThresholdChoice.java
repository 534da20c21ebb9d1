// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * The threshold of a class and how it does on the labels it was chosen by.
 *
 * @param classId stable id of the class
 * @param threshold probabilities of at least so much say present
 * @param counts right and wrong answers there
 * @param problem why the rule could not be followed and ½ was taken, or empty
 */
public record ThresholdChoice(
    String classId, double threshold, BinaryCounts counts, String problem) {
  private static final double HALF = 0.5;

  /**
   * Chooses a threshold.
   *
   * @param cells observed cells the model was not trained on, calibrated
   * @param target precision, recall or coverage in (0, 1); without meaning for the other rules
   */
  public static ThresholdChoice of(
      String classId, ScoredCells cells, ThresholdRule rule, double target) {
    if (rule != ThresholdRule.HALF && cells.positives() == 0) {
      return failed(classId, cells, "there is no image labelled present to choose it by");
    }
    List<ThresholdCurve.Point> points = ThresholdCurve.of(cells).points();
    return switch (rule) {
      case HALF -> chosen(classId, cells, HALF);
      case F1 -> chosen(classId, cells, between(points, bestF1(cells)));
      case PRECISION -> precision(classId, cells, target);
      case RECALL ->
          chosen(classId, cells, between(points, reaching(points, target * cells.positives())));
      case CONFORMAL -> conformal(classId, cells, target);
    };
  }

  private static int bestF1(ScoredCells cells) {
    ThresholdCurve curve = ThresholdCurve.of(cells);
    int best = 1;
    for (int i = 1; i < curve.points().size(); i++) {
      if (curve.f1(curve.points().get(i)) > curve.f1(curve.points().get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** The first point with at least so many true positives. */
  private static int reaching(List<ThresholdCurve.Point> points, double hits) {
    int i = 0;
    while (points.get(i).truePositives() < hits - 1e-9) {
      i++;
    }
    return i;
  }

  private static ThresholdChoice precision(String classId, ScoredCells cells, double target) {
    ThresholdCurve curve = ThresholdCurve.of(cells);
    int best = 0;
    for (int i = 1; i < curve.points().size(); i++) {
      ThresholdCurve.Point point = curve.points().get(i);
      if (point.truePositives() > 0 && curve.precision(point) >= target) {
        best = i;
      }
    }
    return best == 0
        ? failed(
            classId,
            cells,
            String.format(Locale.ENGLISH, "no threshold reaches a precision of %.2f", target))
        : chosen(classId, cells, between(curve.points(), best));
  }

  /**
   * The k-th smallest probability of a positive, k = ⌊(1 − target)(n + 1)⌋: a new positive, drawn
   * as these were, lies below it with a probability of at most 1 − target.
   */
  private static ThresholdChoice conformal(String classId, ScoredCells cells, double target) {
    float[] positives = cells.probabilities(true);
    int k = (int) Math.floor((1 - target) * (positives.length + 1) + 1e-9);
    return k < 1
        ? failed(
            classId,
            cells,
            String.format(
                Locale.ENGLISH,
                "finding %.0f %% for sure takes %d images labelled present, and there are %d",
                100 * target,
                (int) Math.ceil(1 / (1 - target) - 1e-9) - 1,
                positives.length))
        : chosen(classId, cells, positives[positives.length - k]);
  }

  /** Half way to the next lower probability, so that the cells on the two sides are not touched. */
  private static double between(List<ThresholdCurve.Point> points, int index) {
    double upper = Math.min(1, points.get(index).threshold());
    double lower = index + 1 < points.size() ? points.get(index + 1).threshold() : 0;
    double middle = (upper + lower) / 2;
    return middle > lower ? middle : upper;
  }

  private static ThresholdChoice chosen(String classId, ScoredCells cells, double threshold) {
    return new ThresholdChoice(classId, threshold, cells.counts(threshold), "");
  }

  private static ThresholdChoice failed(String classId, ScoredCells cells, String problem) {
    return new ThresholdChoice(classId, HALF, cells.counts(HALF), problem);
  }
}
