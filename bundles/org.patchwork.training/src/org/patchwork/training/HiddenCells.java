// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;

/**
 * Answers with holes, as people give them: of each image some classes are never answered. Which
 * ones is decided once for each cell, so that asking again does not help.
 */
public final class HiddenCells {
  private HiddenCells() {}

  /**
   * A copy of the labels in which some cells are unknown.
   *
   * @param share the chance of a cell to be hidden, in [0, 1)
   * @param seed the same seed hides the same cells
   */
  public static LabelTable of(LabelTable truth, double share, long seed) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "The share of hidden cells is " + share + ", but must be at least 0 and less than 1.");
    }
    RandomGenerator random = new RandomStreams(seed).stream("hidden cells");
    LabelTable answers = truth;
    for (int c = 0; c < truth.classes() && share > 0; c++) {
      int[] hidden =
          IntStream.range(0, truth.rows()).filter(row -> random.nextDouble() < share).toArray();
      byte[] unknown = new byte[hidden.length];
      Arrays.fill(unknown, LabelTable.UNKNOWN);
      answers = answers.withLabels(c, hidden, unknown);
    }
    return answers;
  }

  /** Those of the rows that have an answer for at least one class. */
  static BitSet answered(LabelTable answers, BitSet rows) {
    BitSet answered = new BitSet();
    rows.stream()
        .filter(row -> answers.status(row) != LabelTable.Status.UNLABELED)
        .forEach(answered::set);
    return answered;
  }
}
