// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.probe;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.learn.linear.Vectors;

/**
 * Logistic regression with a squared penalty, the objective of liblinear (Fan et al. 2008): ½ |w|²
 * + C Σ log(1 + exp(−y f)), the intercept among the weights. Minimised by L-BFGS (Nocedal and
 * Wright 2006, algorithm 7.4) with backtracking, until the gradient is a 10,000th of the first.
 */
final class LogisticRegression {
  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-4;
  private static final double DECREASE = 1e-4;
  private static final int MOST_HALVINGS = 30;

  private final float[][] points;
  private final boolean[] positive;
  private final double c;
  private final int width;
  private final double[] weights; // the last one is the intercept

  private LogisticRegression(float[][] points, boolean[] positive, double c) {
    this.points = points;
    this.positive = positive;
    this.c = c;
    this.width = points[0].length;
    this.weights = new double[width + 1];
  }

  /**
   * Fits.
   *
   * @param points at least one
   * @param positive class of each point
   * @param c inverse strength of the penalty
   * @param cancelled asked between steps
   */
  static LogisticRegression fit(
      float[][] points, boolean[] positive, double c, BooleanSupplier cancelled) {
    LogisticRegression model = new LogisticRegression(points, positive, c);
    model.minimize(cancelled);
    return model;
  }

  /** The logit of a point: positive where the class is likelier than not. */
  double logit(float[] point) {
    return logit(weights, point);
  }

  /** Weights, and behind them the intercept; a copy. */
  double[] weights() {
    return weights.clone();
  }

  private double logit(double[] w, float[] point) {
    double sum = w[width];
    for (int j = 0; j < width; j++) {
      sum += w[j] * point[j];
    }
    return sum;
  }

  /** The objective; its gradient goes to {@code gradient}. */
  private double objective(double[] w, double[] gradient) {
    double value = 0;
    for (int j = 0; j <= width; j++) {
      value += w[j] * w[j] / 2;
      gradient[j] = w[j];
    }
    for (int i = 0; i < points.length; i++) {
      double margin = positive[i] ? logit(w, points[i]) : -logit(w, points[i]);
      value += c * softplus(-margin);
      double slope = -c / (1 + Math.exp(margin)) * (positive[i] ? 1 : -1);
      float[] point = points[i];
      for (int j = 0; j < width; j++) {
        gradient[j] += slope * point[j];
      }
      gradient[width] += slope;
    }
    return value;
  }

  /** log(1 + exp(x)) without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private void minimize(BooleanSupplier cancelled) {
    double[] gradient = new double[width + 1];
    double value = objective(weights, gradient);
    double enough = TOLERANCE * Math.max(1e-12, norm(gradient));
    Deque<double[][]> memory = new ArrayDeque<>();
    for (int step = 0; step < MOST_STEPS && norm(gradient) > enough; step++) {
      if (cancelled.getAsBoolean()) {
        throw new OperationCanceledException();
      }
      double[] direction = direction(gradient, memory);
      double[] before = weights.clone();
      double[] gradientBefore = gradient.clone();
      double found = search(direction, gradient, value);
      if (!(found < value)) {
        return; // nothing is gained any more within rounding
      }
      value = found;
      remember(memory, before, gradientBefore, gradient);
    }
  }

  /** Goes along the direction; halves the way until the objective falls enough. */
  private double search(double[] direction, double[] gradient, double value) {
    double[] start = weights.clone();
    double slope = Vectors.dot(gradient, direction);
    double way = 1;
    double found = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      for (int j = 0; j <= width; j++) {
        weights[j] = start[j] + way * direction[j];
      }
      found = objective(weights, gradient);
      if (found <= value + DECREASE * way * slope) {
        return found;
      }
      way /= 2;
    }
    System.arraycopy(start, 0, weights, 0, start.length);
    return value;
  }

  private static double[] direction(double[] gradient, Deque<double[][]> memory) {
    double[] q = gradient.clone();
    double[] alphas = new double[memory.size()];
    int i = 0;
    for (double[][] pair : memory) { // newest first
      alphas[i] = Vectors.dot(pair[0], q) / Vectors.dot(pair[0], pair[1]);
      add(q, pair[1], -alphas[i++]);
    }
    if (memory.isEmpty()) {
      scale(q, 1 / Math.max(1, norm(gradient)));
    } else {
      double[][] newest = memory.peekFirst();
      scale(q, Vectors.dot(newest[0], newest[1]) / Vectors.dot(newest[1], newest[1]));
    }
    Iterator<double[][]> oldestFirst = memory.descendingIterator();
    while (oldestFirst.hasNext()) {
      double[][] pair = oldestFirst.next();
      double beta = Vectors.dot(pair[1], q) / Vectors.dot(pair[0], pair[1]);
      add(q, pair[0], alphas[--i] - beta);
    }
    scale(q, -1);
    return q;
  }

  private void remember(
      Deque<double[][]> memory, double[] before, double[] gradientBefore, double[] gradient) {
    double[] move = weights.clone();
    double[] change = gradient.clone();
    add(move, before, -1);
    add(change, gradientBefore, -1);
    if (Vectors.dot(move, change) > 1e-12) {
      memory.addFirst(new double[][] {move, change});
      if (memory.size() > MEMORY) {
        memory.removeLast();
      }
    }
  }

  private static double norm(double[] a) {
    return Math.sqrt(Vectors.dot(a, a));
  }

  private static void add(double[] target, double[] vector, double factor) {
    for (int j = 0; j < target.length; j++) {
      target[j] += factor * vector[j];
    }
  }

  private static void scale(double[] target, double factor) {
    for (int j = 0; j < target.length; j++) {
      target[j] *= factor;
    }
  }

  @Override
  public String toString() {
    return "LogisticRegression" + Arrays.toString(weights);
  }
}
