// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

/**
 * A share that was estimated from a sample, with the interval in which it lies with 90 %
 * confidence: Wilson's (1927) at the effective sample size of Kish (1965), so that unequal
 * probabilities widen it and a sample without errors does not look certain.
 *
 * @param value the estimate, in [0, 1]
 * @param low lower end
 * @param high upper end
 * @param effective number of equally weighted observations that would tell as much
 */
public record Estimate(double value, double low, double high, double effective) {
  private static final double Z = 1.6448536269514722; // 95 % quantile of the normal distribution

  /** Weighted observations of a share. */
  static final class Sum {
    private double hits;
    private double weights;
    private double squares;

    /** Adds an observation. */
    void add(boolean hit, double weight) {
      hits += hit ? weight : 0;
      weights += weight;
      squares += weight * weight;
    }

    /** The estimate, or null without observations. */
    Estimate estimate() {
      if (weights == 0) {
        return null;
      }
      double n = weights * weights / squares;
      double p = hits / weights;
      double scale = 1 + Z * Z / n;
      double centre = (p + Z * Z / (2 * n)) / scale;
      double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
      return new Estimate(p, Math.max(0, centre - half), Math.min(1, centre + half), n);
    }
  }
}
