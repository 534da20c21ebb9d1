// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a class' answers would be at every threshold: the ROC curve and the precision-recall curve
 * in one. Cells with equal probabilities enter together.
 *
 * @param positives number of cells labelled present
 * @param negatives number of cells labelled absent
 * @param points from above all probabilities, where nothing is said to be present, down to the
 *     least, where everything is
 */
public record ThresholdCurve(int positives, int negatives, List<Point> points) {
  public ThresholdCurve {
    points = List.copyOf(points);
  }

  /**
   * A threshold and what follows from it.
   *
   * @param threshold probabilities of at least so much say present
   * @param truePositives cells labelled present at or above it
   * @param falsePositives cells labelled absent at or above it
   */
  public record Point(float threshold, int truePositives, int falsePositives) {}

  /** The curve of these cells; without cells it has one point. */
  public static ThresholdCurve of(ScoredCells cells) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(Float.POSITIVE_INFINITY, 0, 0));
    int hits = 0;
    for (int i = 0; i < cells.size(); i++) {
      hits += cells.present(i) ? 1 : 0;
      boolean last = i + 1 == cells.size();
      if (last || cells.probability(i + 1) != cells.probability(i)) {
        points.add(new Point(cells.probability(i), hits, i + 1 - hits));
      }
    }
    return new ThresholdCurve(cells.positives(), cells.negatives(), points);
  }

  /** Share of the negatives that are said to be present; NaN without negatives. */
  public double falsePositiveRate(Point point) {
    return (double) point.falsePositives() / negatives;
  }

  /** Share of the positives that are said to be present; NaN without positives. */
  public double recall(Point point) {
    return (double) point.truePositives() / positives;
  }

  /** Share of what is said to be present that is; 1 where nothing is said to be. */
  public double precision(Point point) {
    int said = point.truePositives() + point.falsePositives();
    return said == 0 ? 1 : (double) point.truePositives() / said;
  }

  /** Harmonic mean of precision and recall; 0 without positives. */
  public double f1(Point point) {
    return 2.0
        * point.truePositives()
        / Math.max(1, point.truePositives() + point.falsePositives() + positives);
  }

  /**
   * The same curve with at most so many points, for drawing: first and last stay, of the others
   * every so manyth.
   *
   * @param most at least 2
   */
  public ThresholdCurve thinned(int most) {
    if (points.size() <= most) {
      return this;
    }
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      kept.add(points.get((int) ((long) i * (points.size() - 1) / (most - 1))));
    }
    return new ThresholdCurve(positives, negatives, kept);
  }
}
