// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.OptionalDouble;
import org.patchwork.learn.AccuracyEstimate;

/**
 * Right and wrong answers about one class at one threshold.
 *
 * @param truePositives said present, labelled present
 * @param falsePositives said present, labelled absent
 * @param falseNegatives said absent, labelled present
 * @param trueNegatives said absent, labelled absent
 */
public record BinaryCounts(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
  /** Nothing counted. */
  public static final BinaryCounts NONE = new BinaryCounts(0, 0, 0, 0);

  /** Both counts together. */
  public BinaryCounts plus(BinaryCounts other) {
    return new BinaryCounts(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives,
        trueNegatives + other.trueNegatives);
  }

  /** Number of cells labelled present. */
  public int positives() {
    return truePositives + falseNegatives;
  }

  /** Number of cells labelled absent. */
  public int negatives() {
    return falsePositives + trueNegatives;
  }

  /** Number of cells. */
  public int total() {
    return positives() + negatives();
  }

  /** Number of right answers. */
  public int right() {
    return truePositives + trueNegatives;
  }

  /** Share of what is said to be present that is; empty if nothing is said to be. */
  public OptionalDouble precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** Share of what is present that is said to be; empty if nothing is present. */
  public OptionalDouble recall() {
    return ratio(truePositives, positives());
  }

  /** Harmonic mean of precision and recall; empty if nothing is present. */
  public OptionalDouble f1() {
    return positives() == 0
        ? OptionalDouble.empty()
        : ratio(2L * truePositives, 2L * truePositives + falsePositives + falseNegatives);
  }

  /** Share of right answers; empty if a side is empty, where a constant answer would score 1. */
  public OptionalDouble accuracy() {
    return positives() == 0 || negatives() == 0 ? OptionalDouble.empty() : ratio(right(), total());
  }

  /** The accuracy with its uncertainty, or null where {@link #accuracy()} is empty. */
  public AccuracyEstimate estimate() {
    return accuracy().isEmpty() ? null : AccuracyEstimate.of(right(), positives(), negatives());
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
