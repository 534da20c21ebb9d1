// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import org.patchwork.learn.ClassMetrics;

/**
 * How well one class is told.
 *
 * @param metrics what does not depend on the threshold: counts, AUC, average precision
 * @param threshold probabilities of at least so much say present
 * @param counts right and wrong answers at the threshold
 * @param reliability whether the probabilities mean what they say
 */
public record ClassReport(
    ClassMetrics metrics, double threshold, BinaryCounts counts, Reliability reliability) {

  /** Reports on the observed cells of a class. */
  public static ClassReport of(String classId, ScoredCells cells, double threshold) {
    return new ClassReport(
        ClassMetrics.of(classId, cells.probabilities(true), cells.probabilities(false)),
        threshold,
        cells.counts(threshold),
        Reliability.of(cells));
  }

  /** Stable id of the class. */
  public String classId() {
    return metrics.classId();
  }
}
