// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.RandomRows;
import org.patchwork.training.probe.ProbeParameters;

/**
 * The images of one experiment: disjoint sets to learn from and to test on, both with images of
 * either kind.
 *
 * @param training rows to learn from
 * @param noisy whether the label of each is turned round
 * @param test rows to test on
 */
public record ProbeDraw(int[] training, boolean[] noisy, int[] test) {
  private static final int MOST_TRIES = 50;
  private static final int MOST_TEST_ROWS = 5000;

  /**
   * Draws.
   *
   * @param rows rows that have a label for the class and features
   * @param column index of the class
   * @return null if no draw with images of either kind was found in a number of tries
   */
  public static ProbeDraw of(
      LabelTable labels,
      int[] rows,
      int column,
      ProbeParameters parameters,
      RandomGenerator random) {
    for (int i = 0; i < MOST_TRIES; i++) {
      ProbeDraw draw = draw(labels, rows, column, parameters, random);
      if (mixed(labels, column, draw.training) && mixed(labels, column, draw.test)) {
        return draw;
      }
    }
    return null;
  }

  private static boolean mixed(LabelTable labels, int column, int[] rows) {
    long present =
        Arrays.stream(rows).filter(row -> labels.label(row, column) == LabelTable.PRESENT).count();
    return present > 0 && present < rows.length;
  }

  private static ProbeDraw draw(
      LabelTable labels,
      int[] rows,
      int column,
      ProbeParameters parameters,
      RandomGenerator random) {
    int[][] parts = parts(labels, rows, parameters, random);
    int[] pool = parts[0];
    int most = Math.min(pool.length, parameters.largest());
    int least = Math.min(most, parameters.smallest());
    double exponent = Math.log(least) + random.nextDouble() * (Math.log(most) - Math.log(least));
    int count = Math.clamp(Math.round(Math.exp(exponent)), least, most);
    int[] training =
        parameters.positives() > 0
            ? withShare(labels, pool, column, count, parameters.positives(), random)
            : RandomRows.withoutReplacement(pool, count, random);
    boolean[] noisy = new boolean[training.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = random.nextDouble() < parameters.labelNoise();
    }
    int[] test = RandomRows.withoutReplacement(parts[1], MOST_TEST_ROWS, random);
    return new ProbeDraw(training, noisy, test);
  }

  /** At least one row with the class, as near to the share as there are rows. */
  private static int[] withShare(
      LabelTable labels, int[] pool, int column, int count, double share, RandomGenerator random) {
    int[] present = select(labels, pool, column, LabelTable.PRESENT);
    int[] absent = select(labels, pool, column, LabelTable.ABSENT);
    int wanted = Math.max(1, (int) Math.round(count * share));
    int[] first = RandomRows.withoutReplacement(present, wanted, random);
    int[] second = RandomRows.withoutReplacement(absent, Math.max(0, count - wanted), random);
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  private static int[] select(LabelTable labels, int[] rows, int column, byte value) {
    return Arrays.stream(rows).filter(row -> labels.label(row, column) == value).toArray();
  }

  /** Pool and test part: whole groups in random order until the share is reached. */
  private static int[][] parts(
      LabelTable labels, int[] rows, ProbeParameters parameters, RandomGenerator random) {
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int row : rows) {
      groups
          .computeIfAbsent(group(labels, row, parameters.split()), key -> new ArrayList<>())
          .add(row);
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    RandomRows.shuffle(shuffled, random);
    boolean one = parameters.split() == ProbeParameters.Split.ONE_SUBSET;
    int held = one ? 1 : Math.max(1, (int) Math.round(parameters.testShare() * shuffled.size()));
    return new int[][] {
      flat(shuffled.subList(Math.min(held, shuffled.size()), shuffled.size())),
      flat(shuffled.subList(0, Math.min(held, shuffled.size())))
    };
  }

  /** A row without a subset stands alone. */
  private static Object group(LabelTable labels, int row, ProbeParameters.Split split) {
    boolean alone = split == ProbeParameters.Split.IMAGES || labels.subsetIndex(row) < 0;
    return alone ? "row " + row : labels.subsetIndex(row);
  }

  private static int[] flat(List<List<Integer>> groups) {
    return groups.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }
}
