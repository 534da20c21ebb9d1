// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import org.patchwork.learn.Evaluation;
import org.patchwork.learn.TrainingSpec;

/**
 * One setting that was tried.
 *
 * @param number from 1 on, in the order in which they were drawn
 * @param spec design and settings as they would be trained in full
 * @param epochs epochs it was trained for
 * @param score what the search looks at; NaN if it is undefined or the training failed
 * @param deviation standard deviation of the score from fold to fold, 0 without folds
 * @param evaluation on the judged images, or null if the training failed
 * @param seconds it took
 * @param problem why the training failed, or empty
 */
public record Trial(
    int number,
    TrainingSpec spec,
    int epochs,
    double score,
    double deviation,
    Evaluation evaluation,
    double seconds,
    String problem) {

  /** True if it was trained for as long as its settings say. */
  public boolean inFull() {
    return epochs == spec.parameters().epochs();
  }
}
