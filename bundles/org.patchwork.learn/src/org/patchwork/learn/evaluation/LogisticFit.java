// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.function.DoubleUnaryOperator;

/** Fits a {@link ProbabilityMap.Logistic} to the observed cells of a class. */
final class LogisticFit {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double LEAST_SCALE = 0.02;
  private static final double MOST_SCALE = 20;
  private static final int SEARCH_STEPS = 60;
  private static final int NEWTON_STEPS = 100;
  private static final int HALVINGS = 30;
  private static final double ENOUGH = 1e-10;

  private final double[] logits;
  private final double[] targets;

  private LogisticFit(double[] logits, double[] targets) {
    this.logits = logits;
    this.targets = targets;
  }

  /** The scale with the least cross-entropy; the identity if a side is empty. */
  static ProbabilityMap temperature(ScoredCells cells) {
    if (cells.positives() == 0 || cells.negatives() == 0) {
      return ProbabilityMap.IDENTITY;
    }
    LogisticFit fit = of(cells, 1, 0);
    return new ProbabilityMap.Logistic(leastScale(scale -> fit.loss(scale, 0)), 0);
  }

  /**
   * Scale and offset with the least cross-entropy against targets drawn a little towards the middle
   * (Platt 1999), so that separable cells do not give infinite scales.
   */
  static ProbabilityMap platt(ScoredCells cells) {
    if (cells.positives() == 0 || cells.negatives() == 0) {
      return ProbabilityMap.IDENTITY;
    }
    double present = (cells.positives() + 1.0) / (cells.positives() + 2.0);
    double absent = 1.0 / (cells.negatives() + 2.0);
    return of(cells, present, absent).newton();
  }

  private static LogisticFit of(ScoredCells cells, double present, double absent) {
    double[] logits = new double[cells.size()];
    double[] targets = new double[cells.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = Logits.logit(cells.probability(i));
      targets[i] = cells.present(i) ? present : absent;
    }
    return new LogisticFit(logits, targets);
  }

  /** The scale at which a function that falls and then rises is least, by golden section. */
  static double leastScale(DoubleUnaryOperator loss) {
    double low = Math.log(LEAST_SCALE);
    double high = Math.log(MOST_SCALE);
    for (int i = 0; i < SEARCH_STEPS; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss.applyAsDouble(Math.exp(left)) <= loss.applyAsDouble(Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private double loss(double scale, double offset) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double x = scale * logits[i] + offset;
      sum += Logits.softplus(x) - targets[i] * x;
    }
    return sum;
  }

  /** Newton's method, halving a step that does not go down. */
  private ProbabilityMap newton() {
    double scale = 1;
    double offset = 0;
    double loss = loss(scale, offset);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] step = step(scale, offset);
      double size = 1;
      double next = loss(scale - step[0], offset - step[1]);
      for (int halving = 0; next > loss && halving < HALVINGS; halving++) {
        size /= 2;
        next = loss(scale - size * step[0], offset - size * step[1]);
      }
      if (!(next < loss - ENOUGH)) {
        break;
      }
      scale -= size * step[0];
      offset -= size * step[1];
      loss = next;
    }
    return scale > 0
        ? new ProbabilityMap.Logistic(scale, offset)
        : new ProbabilityMap.Logistic(LEAST_SCALE, offset); // never turns the order round
  }

  private double[] step(double scale, double offset) {
    double slopeScale = 0;
    double slopeOffset = 0;
    double a = 1e-9;
    double b = 0;
    double c = 1e-9;
    for (int i = 0; i < logits.length; i++) {
      double p = Logits.sigmoid(scale * logits[i] + offset);
      double weight = p * (1 - p);
      slopeScale += (p - targets[i]) * logits[i];
      slopeOffset += p - targets[i];
      a += weight * logits[i] * logits[i];
      b += weight * logits[i];
      c += weight;
    }
    double determinant = a * c - b * b;
    return new double[] {
      (c * slopeScale - b * slopeOffset) / determinant,
      (a * slopeOffset - b * slopeScale) / determinant
    };
  }
}
