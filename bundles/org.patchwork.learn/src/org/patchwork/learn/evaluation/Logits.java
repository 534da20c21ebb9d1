// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

/** Between probabilities and logits, for probabilities that were stored as floats. */
final class Logits {
  /** Nearer to 0 or 1 a float says nothing more. */
  private static final double LEAST = 1e-7;

  private Logits() {}

  static double logit(double probability) {
    double p = Double.isNaN(probability) ? Double.NaN : Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }

  static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** ln(1 + eˣ) without overflow. */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
