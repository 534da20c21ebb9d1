// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.OptionalDouble;

/**
 * How well one class is told on a part of the table, on observed cells only.
 *
 * @param classId stable id of the class
 * @param positives number of rows labelled present that have a prediction
 * @param negatives number of rows labelled absent that have a prediction
 * @param auc area under the ROC curve; this and the following are empty if a side is empty
 * @param averagePrecision average precision
 * @param accuracy share of right answers at p ≥ .5
 * @param estimate the accuracy with its uncertainty, or null where {@code accuracy} is empty
 */
public record ClassMetrics(
    String classId,
    int positives,
    int negatives,
    OptionalDouble auc,
    OptionalDouble averagePrecision,
    OptionalDouble accuracy,
    AccuracyEstimate estimate) {

  /** Measures one class from the probabilities of its positives and negatives. */
  public static ClassMetrics of(String classId, float[] positives, float[] negatives) {
    OptionalDouble accuracy = Metrics.accuracy(positives, negatives);
    return new ClassMetrics(
        classId,
        positives.length,
        negatives.length,
        Metrics.auc(positives, negatives),
        Metrics.averagePrecision(positives, negatives),
        accuracy,
        accuracy.isEmpty()
            ? null
            : AccuracyEstimate.of(
                Metrics.countRight(positives, negatives), positives.length, negatives.length));
  }
}
