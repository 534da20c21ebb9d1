// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * An accuracy with its uncertainty: a Beta(5, 5) prior, updated by the right and wrong answers.
 *
 * @param mean posterior mean, (5 + right) / (10 + n)
 * @param low 5 % quantile of the posterior
 * @param high 95 % quantile
 * @param baseRate accuracy of always giving the more frequent answer
 * @param aboveBaseRate posterior probability that the accuracy exceeds the base rate
 */
public record AccuracyEstimate(
    double mean, double low, double high, double baseRate, double aboveBaseRate) {
  private static final double PRIOR = 5;

  /**
   * Estimates an accuracy.
   *
   * @param right number of right answers, at most positives + negatives
   * @param positives number of rows labelled present
   * @param negatives number of rows labelled absent; the two are not both 0
   */
  public static AccuracyEstimate of(int right, int positives, int negatives) {
    int count = positives + negatives;
    if (count < 1 || right < 0 || right > count) {
      throw new IllegalArgumentException(right + " right answers of " + count);
    }
    return of(right, count, (double) Math.max(positives, negatives) / count);
  }

  /**
   * Estimates the accuracy of choosing among any number of answers.
   *
   * @param right number of right answers, at most {@code count}
   * @param count number of answers, at least 1
   * @param baseRate accuracy of always giving the most frequent answer
   */
  public static AccuracyEstimate of(int right, int count, double baseRate) {
    BetaDistribution posterior = new BetaDistribution(PRIOR + right, PRIOR + count - right);
    return new AccuracyEstimate(
        (PRIOR + right) / (2 * PRIOR + count),
        posterior.quantile(0.05),
        posterior.quantile(0.95),
        baseRate,
        1 - posterior.cumulative(baseRate));
  }
}
