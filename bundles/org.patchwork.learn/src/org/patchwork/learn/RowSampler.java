// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Draws training rows, stratified over classes and values, and over subsets if asked. A cell holds
 * the rows that carry one value (absent or present) of one class, and that belong to one subset if
 * subsets are balanced; empty cells are dropped. A draw picks a cell by the strategy, subsets being
 * drawn alike, then a row of it uniformly, with replacement. The row then trains all its known
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
    return of(labels, strategy, false, usable);
  }

  /**
   * Prepares draws from the training rows that pass a condition.
   *
   * @param balanceSubsets true to draw every subset that has labels alike, rows without a subset
   *     counting as one more
   * @throws TrainingException if none of them has a label; says what to do
   */
  public static RowSampler of(
      LabelTable labels, SamplingStrategy strategy, boolean balanceSubsets, IntPredicate usable)
      throws TrainingException {
    int[] rows = Arrays.stream(Part.TRAINING.rows(labels)).filter(usable).toArray();
    List<int[]> cells = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int[] stratum : balanceSubsets ? bySubset(labels, rows) : new int[][] {rows}) {
      int first = cells.size();
      addCells(labels, stratum, cells);
      double sum = 0;
      for (int[] cell : cells.subList(first, cells.size())) {
        sum += weight(cell.length, strategy);
      }
      for (int[] cell : cells.subList(first, cells.size())) {
        weights.add(weight(cell.length, strategy) / sum);
      }
    }
    if (cells.isEmpty()) {
      throw new TrainingException(nothingToTrainOn(labels));
    }
    return new RowSampler(cells.toArray(int[][]::new), cumulative(weights));
  }

  private static int[][] bySubset(LabelTable labels, int[] rows) {
    Map<Integer, IntStream.Builder> strata = new TreeMap<>();
    for (int row : rows) {
      strata.computeIfAbsent(labels.subsetIndex(row), index -> IntStream.builder()).add(row);
    }
    return strata.values().stream().map(rest -> rest.build().toArray()).toArray(int[][]::new);
  }

  private static void addCells(LabelTable labels, int[] rows, List<int[]> cells) {
    byte[] values = new byte[rows.length];
    for (int c = 0; c < labels.classes(); c++) {
      labels.gather(c, rows, 0, rows.length, values);
      for (byte value : new byte[] {LabelTable.ABSENT, LabelTable.PRESENT}) {
        int[] cell =
            IntStream.range(0, rows.length)
                .filter(i -> values[i] == value)
                .map(i -> rows[i])
                .toArray();
        if (cell.length > 0) {
          cells.add(cell);
        }
      }
    }
  }

  private static double weight(int size, SamplingStrategy strategy) {
    return switch (strategy) {
      case CLASS -> 1;
      case INSTANCE -> size;
      case SQUARE_ROOT -> Math.sqrt(size);
    };
  }

  private static double[] cumulative(List<Double> weights) {
    double[] sums = new double[weights.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weights.get(i);
      sums[i] = sum;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  /**
   * A sampler over a bootstrap sample: of every cell as many rows as it has are drawn with
   * replacement, once, and are what it has from now on. So every class keeps its positives and
   * negatives, however few there are.
   */
  public RowSampler bootstrap(RandomGenerator random) {
    int[][] resampled = new int[cells.length][];
    for (int i = 0; i < cells.length; i++) {
      int[] cell = cells[i];
      resampled[i] =
          IntStream.range(0, cell.length).map(k -> cell[random.nextInt(cell.length)]).toArray();
    }
    return new RowSampler(resampled, cumulative);
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

  /**
   * Number of rows in each cell, class by class, absent before present, without the empty cells;
   * subset by subset if they are balanced.
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
