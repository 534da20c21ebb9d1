// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Draws training rows, stratified over classes and values. A cell holds the rows that carry one
 * value (absent or present) of one class; empty cells are dropped. A draw picks a cell by the
 * strategy, then a row of it uniformly, with replacement. The row then trains all its known
 * classes, so with {@link SamplingStrategy#INSTANCE} a row counts once per known label. Excluded
 * and validation rows are in no cell.
 *
 * <p>Cells are computed once, in time O(rows × classes); a draw costs O(log cells). Immutable and
 * thread-safe.
 */
public final class RowSampler {
  private final int[][] cells;
  private final double[] cumulative;

  private RowSampler(int[][] cells, double[] cumulative) {
    this.cells = cells;
    this.cumulative = cumulative;
  }

  /**
   * Prepares draws from all training rows.
   *
   * @throws TrainingException if no training row has a label
   */
  public static RowSampler of(LabelTable labels, SamplingStrategy strategy)
      throws TrainingException {
    return of(labels, strategy, row -> true);
  }

  /**
   * Prepares draws from the training rows that pass a condition, for example that have features.
   *
   * @throws TrainingException if none of them has a label; says what to do
   */
  public static RowSampler of(LabelTable labels, SamplingStrategy strategy, IntPredicate usable)
      throws TrainingException {
    int[] rows = Arrays.stream(Part.TRAINING.rows(labels)).filter(usable).toArray();
    List<int[]> cells = new ArrayList<>();
    for (int c = 0; c < labels.classes(); c++) {
      int classIndex = c;
      for (byte value : new byte[] {LabelTable.ABSENT, LabelTable.PRESENT}) {
        int[] cell =
            Arrays.stream(rows).filter(row -> labels.label(row, classIndex) == value).toArray();
        if (cell.length > 0) {
          cells.add(cell);
        }
      }
    }
    if (cells.isEmpty()) {
      throw new TrainingException(nothingToTrainOn(labels));
    }
    int[][] found = cells.toArray(int[][]::new);
    return new RowSampler(found, cumulative(found, strategy));
  }

  private static String nothingToTrainOn(LabelTable labels) {
    if (labels.classes() == 0) {
      return "There is nothing to learn: the project has no classes. Add a class, label some"
          + " images, then train again.";
    }
    int[] rows = Part.TRAINING.rows(labels);
    if (rows.length == 0) {
      return "There is nothing to train on: all "
          + labels.rows()
          + " images are excluded or held out for validation. Take some out of validation, then"
          + " train again.";
    }
    if (Arrays.stream(rows).allMatch(row -> labels.status(row) == LabelTable.Status.UNLABELED)) {
      return "There is nothing to train on: none of the "
          + rows.length
          + " images outside validation has a label. Label a few images of each class, "
          + "then train again.";
    }
    return "There is nothing to train on: the labelled images outside validation have no features."
        + " Compute the features again, then train again.";
  }

  private static double[] cumulative(int[][] cells, SamplingStrategy strategy) {
    double[] sums = new double[cells.length];
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum +=
          switch (strategy) {
            case CLASS -> 1;
            case INSTANCE -> cells[i].length;
            case SQUARE_ROOT -> Math.sqrt(cells[i].length);
          };
      sums[i] = sum;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  /**
   * Number of rows in each cell, class by class, absent before present, without the empty cells.
   */
  public int[] cellSizes() {
    return Arrays.stream(cells).mapToInt(cell -> cell.length).toArray();
  }

  /** Probability of each cell, in the order of {@link #cellSizes()}; sums to 1. */
  public double[] cellProbabilities() {
    double[] probabilities = new double[cumulative.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
    }
    return probabilities;
  }

  /**
   * Probability that a draw gives each row.
   *
   * @param rows number of rows of the table
   * @return one value per row, summing to 1
   */
  public double[] rowProbabilities(int rows) {
    double[] probabilities = new double[rows];
    double[] ofCells = cellProbabilities();
    for (int i = 0; i < cells.length; i++) {
      for (int row : cells[i]) {
        probabilities[row] += ofCells[i] / cells[i].length;
      }
    }
    return probabilities;
  }

  /** Fills {@code target} with rows drawn independently, with replacement. */
  public void draw(RandomGenerator random, int[] target) {
    for (int i = 0; i < target.length; i++) {
      int[] cell = cells[cell(random.nextDouble())];
      target[i] = cell[random.nextInt(cell.length)];
    }
  }

  private int cell(double chance) {
    int found = Arrays.binarySearch(cumulative, chance);
    return Math.min(found >= 0 ? found + 1 : -found - 1, cells.length - 1);
  }
}
