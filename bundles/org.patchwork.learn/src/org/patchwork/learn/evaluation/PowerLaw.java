// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.List;

/**
 * A learning curve as error(n) = floor + factor · n^−rate, the form that fits learning curves of
 * most models and data (Hestness and others 2017; Viering and Loog 2023).
 *
 * @param floor error that no number of labels removes, at least 0
 * @param factor at least 0; 0 says that labels make no difference
 * @param rate how fast the error falls, positive
 */
public record PowerLaw(double floor, double factor, double rate) {
  private static final double STEP = 0.05;
  private static final int STEPS = 40;

  /**
   * A point of a learning curve.
   *
   * @param labels number of labelled images, at least 1
   * @param error what is left to gain, for example 1 − accuracy
   */
  public record Point(int labels, double error) {}

  /**
   * Fits the law by least squares. Later points are known better than earlier ones and weigh more,
   * by their number of labels.
   *
   * @param points at least 3 with different numbers of labels
   */
  public static PowerLaw fit(List<Point> points) {
    if (points.stream().mapToInt(Point::labels).distinct().count() < 3) {
      throw new IllegalArgumentException("A learning curve needs three points to be continued.");
    }
    PowerLaw best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i <= STEPS; i++) {
      PowerLaw law = fit(points, i * STEP);
      double off = law.squares(points);
      if (off < least) {
        least = off;
        best = law;
      }
    }
    return best;
  }

  /** Weighted least squares of floor and factor at a given rate, none below 0. */
  private static PowerLaw fit(List<Point> points, double rate) {
    double w = 0;
    double x = 0;
    double xx = 0;
    double y = 0;
    double xy = 0;
    for (Point point : points) {
      double power = Math.pow(point.labels(), -rate);
      w += point.labels();
      x += point.labels() * power;
      xx += point.labels() * power * power;
      y += point.labels() * point.error();
      xy += point.labels() * power * point.error();
    }
    double factor = (w * xy - x * y) / (w * xx - x * x);
    double floor = (y - factor * x) / w;
    if (factor < 0) {
      return new PowerLaw(y / w, 0, rate);
    }
    return floor < 0 ? new PowerLaw(0, xy / xx, rate) : new PowerLaw(floor, factor, rate);
  }

  private double squares(List<Point> points) {
    double sum = 0;
    for (Point point : points) {
      double off = point.error() - error(point.labels());
      sum += point.labels() * off * off;
    }
    return sum;
  }

  /** Error to expect with so many labels. */
  public double error(double labels) {
    return floor + factor * Math.pow(labels, -rate);
  }
}
