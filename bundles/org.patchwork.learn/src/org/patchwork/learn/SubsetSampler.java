// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Draws training rows of every subset alike: a subset uniformly, then one of its rows uniformly,
 * with replacement. Labels play no role; images without a subset are never drawn. Immutable and
 * thread-safe.
 */
public final class SubsetSampler {
  private final List<String> subsets;
  private final int[][] rows;

  private SubsetSampler(List<String> subsets, int[][] rows) {
    this.subsets = List.copyOf(subsets);
    this.rows = rows;
  }

  /**
   * Prepares draws from the rows that are neither excluded nor held out and pass a condition.
   *
   * @throws TrainingException if fewer than two subsets have such rows; says what to do
   */
  public static SubsetSampler of(LabelTable labels, IntPredicate usable) throws TrainingException {
    int[][] strata = new int[labels.subsets().size()][];
    for (int s = 0; s < strata.length; s++) {
      int subset = s;
      strata[s] =
          IntStream.range(0, labels.rows())
              .filter(row -> labels.subsetIndex(row) == subset)
              .filter(row -> Part.TRAINING.contains(labels, row) && usable.test(row))
              .toArray();
    }
    List<String> names = new ArrayList<>();
    List<int[]> filled = new ArrayList<>();
    for (int s = 0; s < strata.length; s++) {
      if (strata[s].length > 0) {
        names.add(labels.subsets().get(s));
        filled.add(strata[s]);
      }
    }
    if (names.size() < 2) {
      throw new TrainingException(
          "Images of at least two subsets are needed, and there are "
              + (names.isEmpty() ? "none" : "only those of " + names.get(0))
              + ". Give the images subsets when you add them, or leave this option off.");
    }
    return new SubsetSampler(names, filled.toArray(int[][]::new));
  }

  /** The subsets that are drawn, in order of first appearance. */
  public List<String> subsets() {
    return subsets;
  }

  /**
   * Draws.
   *
   * @param rowsDrawn takes the rows
   * @param subsetsDrawn takes the index in {@link #subsets()} of each row; as long as {@code
   *     rowsDrawn}
   */
  public void draw(RandomGenerator random, int[] rowsDrawn, int[] subsetsDrawn) {
    for (int i = 0; i < rowsDrawn.length; i++) {
      subsetsDrawn[i] = random.nextInt(rows.length);
      int[] stratum = rows[subsetsDrawn[i]];
      rowsDrawn[i] = stratum[random.nextInt(stratum.length)];
    }
  }

  /**
   * Probability of each row in one draw.
   *
   * @param count number of rows of the table
   */
  public double[] rowProbabilities(int count) {
    double[] probabilities = new double[count];
    for (int[] stratum : rows) {
      for (int row : stratum) {
        probabilities[row] += 1.0 / rows.length / stratum.length;
      }
    }
    return probabilities;
  }
}
