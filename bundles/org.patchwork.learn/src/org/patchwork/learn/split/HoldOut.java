// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

/**
 * Labelled images to hold out for validation in addition to those that are: what belongs to a group
 * that is held out already, and as many more groups as the share asks for. What is held out stays
 * so, because a model that has been judged by an image should not be trained on it later.
 *
 * @param rows rows to hold out in addition, ascending. Not copied
 * @param held number of labelled rows that were held out before
 * @param labeled number of labelled rows in all
 */
public record HoldOut(int[] rows, int held, int labeled) {
  /** Least part of the wanted training images that must remain. */
  private static final double LEAST_REST = 0.5;

  /**
   * Chooses.
   *
   * @param fraction share of the labelled rows that is to be held out in the end, in (0, 1)
   * @throws TrainingException if fewer than two labelled groups are left to choose from, or if what
   *     is held out already comes from so many groups that too little would be left to train on
   */
  public static HoldOut choose(
      LabelTable labels, RowGroups groups, double fraction, RandomGenerator random)
      throws TrainingException {
    int[] labeled = labeled(labels);
    int[] held = Arrays.stream(labeled).filter(labels::validation).toArray();
    Set<Integer> heldGroups = new HashSet<>();
    Arrays.stream(held).map(groups::of).forEach(heldGroups::add);
    int[] bound =
        Arrays.stream(labeled)
            .filter(row -> !labels.validation(row) && heldGroups.contains(groups.of(row)))
            .toArray();
    int[] free =
        Arrays.stream(labeled).filter(row -> !heldGroups.contains(groups.of(row))).toArray();
    requireRest(
        labeled.length - held.length - bound.length, labeled.length, fraction, bound.length);
    double missing = fraction * labeled.length - held.length - bound.length;
    int[] more = new int[0];
    if (missing >= 1 || labeled.length == 0) {
      double share = labeled.length == 0 ? fraction : missing / Math.max(missing + 1, free.length);
      more = GroupedSplit.holdOut(labels, free, groups, share, random);
    }
    int[] rows = IntStream.concat(Arrays.stream(bound), Arrays.stream(more)).sorted().toArray();
    return new HoldOut(rows, held.length, labeled.length);
  }

  /** Refuses to follow groups that were cut apart before, when hardly anything would remain. */
  private static void requireRest(int rest, int labeled, double fraction, int bound)
      throws TrainingException {
    if (bound > 0 && rest < LEAST_REST * (1 - fraction) * labeled) {
      throw new TrainingException(
          String.format(
              Locale.ENGLISH,
              "%,d labelled images belong together with images that are held out already; holding"
                  + " them out, too, would leave %,d of %,d to train on. Keep nothing together"
                  + " (groups none), or give back what is held out and choose anew.",
              bound,
              rest,
              labeled));
    }
  }

  /** Rows that have a label and are not excluded, ascending. */
  public static int[] labeled(LabelTable labels) {
    return IntStream.range(0, labels.rows())
        .filter(row -> !labels.excluded(row))
        .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
        .toArray();
  }
}
