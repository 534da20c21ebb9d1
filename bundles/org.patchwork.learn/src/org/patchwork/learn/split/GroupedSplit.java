// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Shares rows out by whole groups, so that each part gets its share of the rows and, for every
 * class, of the positives and of the negatives. Unknown labels count for nothing, so a class that
 * is rarely labelled is shared out by its few labels.
 *
 * <p>Greedy, the groups that hold most of what is rare first, each to the part that is best off
 * with it. After Sechidis, Tsoumakas and Vlahavas (2011), "On the stratification of multi-label
 * data"; what differs is that groups move as one and that both values of a label count. A group
 * that is larger than a part's share cannot be divided; the shares are then only approximate.
 */
public final class GroupedSplit {
  private GroupedSplit() {}

  /**
   * Folds of equal shares for cross-validation.
   *
   * @param rows rows to share out, distinct
   * @param count number of folds, at least 2
   * @throws TrainingException if there are fewer groups than folds
   */
  public static Folds folds(
      LabelTable labels, int[] rows, RowGroups groups, int count, RandomGenerator random)
      throws TrainingException {
    if (count < 2) {
      throw new IllegalArgumentException("Cross-validation needs at least 2 folds, not " + count);
    }
    requireGroups(rows, groups, count);
    double[] shares = new double[count];
    Arrays.fill(shares, 1.0 / count);
    int[] parts = share(labels, rows, groups, shares, random);
    int[] folds = new int[labels.rows()];
    Arrays.fill(folds, -1);
    for (int i = 0; i < rows.length; i++) {
      folds[rows[i]] = parts[i];
    }
    return new Folds(count, folds);
  }

  /**
   * Rows to hold out for judging.
   *
   * @param rows rows to choose from, distinct
   * @param fraction share that is held out, in (0, 1)
   * @return the rows held out, ascending
   * @throws TrainingException if all rows belong to one group
   */
  public static int[] holdOut(
      LabelTable labels, int[] rows, RowGroups groups, double fraction, RandomGenerator random)
      throws TrainingException {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "The share to hold out is " + fraction + ", but must lie between 0 and 1.");
    }
    requireGroups(rows, groups, 2);
    int[] parts = share(labels, rows, groups, new double[] {fraction, 1 - fraction}, random);
    return IntStream.range(0, rows.length)
        .filter(i -> parts[i] == 0)
        .map(i -> rows[i])
        .sorted()
        .toArray();
  }

  private static void requireGroups(int[] rows, RowGroups groups, int parts)
      throws TrainingException {
    int found = groups.count(rows);
    if (found < parts) {
      throw new TrainingException(
          String.format(
              "%,d images in %d groups cannot be shared out into %d parts. Label images of other"
                  + " sources too, or keep fewer images together.",
              rows.length, found, parts));
    }
  }

  /** The part of each of the rows. */
  private static int[] share(
      LabelTable labels, int[] rows, RowGroups groups, double[] shares, RandomGenerator random) {
    GroupTally tally = GroupTally.of(labels, rows, groups);
    double[][] filled = new double[shares.length][tally.width()];
    int[] partOfGroup = new int[tally.groups()];
    for (int group : tally.rarestFirst(random)) {
      int part = best(filled, shares, tally.of(group));
      partOfGroup[group] = part;
      for (int i = 0; i < tally.width(); i++) {
        filled[part][i] += tally.of(group)[i];
      }
    }
    int[] parts = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      parts[i] = partOfGroup[tally.groupOf(i)];
    }
    return parts;
  }

  /**
   * The part with the least Σ ((filled + added)² − filled²) / share: the sum of squares over all
   * parts is least where everything is shared out in proportion.
   */
  private static int best(double[][] filled, double[] shares, double[] added) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int part = 0; part < shares.length; part++) {
      double cost = 0;
      for (int i = 0; i < added.length; i++) {
        cost += added[i] * (2 * filled[part][i] + added[i]);
      }
      if (cost / shares[part] < least) {
        least = cost / shares[part];
        best = part;
      }
    }
    return best;
  }
}
