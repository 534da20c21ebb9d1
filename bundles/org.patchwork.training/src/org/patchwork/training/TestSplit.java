// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.RandomRows;

/**
 * The rows a simulation is judged by. Neither training nor sampling ever sees one of them. The
 * split depends on the table, the fraction and the seed alone, so that all samplers and all
 * repetitions are judged by the same rows.
 *
 * @param test rows of the test part
 * @param pool rows that may be labelled
 */
public record TestSplit(BitSet test, BitSet pool) {

  /**
   * Splits the rows that have a label and are not excluded.
   *
   * @param fraction share of the test part, in (0, 1)
   * @param bySubset true to keep the rows of a subset together, for example windows of one image; a
   *     row without a subset stands alone. False to draw the same share from every combination of
   *     labels
   * @throws TrainingException if one of the parts would be empty
   */
  public static TestSplit of(LabelTable labels, double fraction, boolean bySubset, long seed)
      throws TrainingException {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "The test fraction is " + fraction + ", but must lie between 0 and 1.");
    }
    RandomGenerator random = new RandomStreams(seed).stream("test split");
    return of(labels, labeled(labels), fraction, bySubset, random);
  }

  /**
   * A split of the pool alone, in the same way: what is to be labelled, and a development part to
   * choose settings on. The rows of the test part are in neither, so what was chosen can be judged
   * by them afterwards.
   *
   * @throws TrainingException if one of the parts would be empty
   */
  public TestSplit development(LabelTable labels, double fraction, boolean bySubset, long seed)
      throws TrainingException {
    RandomGenerator random = new RandomStreams(seed).stream("development split");
    return of(labels, pool.stream().toArray(), fraction, bySubset, random);
  }

  private static TestSplit of(
      LabelTable labels, int[] rows, double fraction, boolean bySubset, RandomGenerator random)
      throws TrainingException {
    BitSet test =
        bySubset
            ? wholeSubsets(labels, rows, fraction, random)
            : sameShares(labels, rows, fraction, random);
    BitSet pool = new BitSet();
    Arrays.stream(rows).forEach(pool::set);
    pool.andNot(test);
    if (test.isEmpty() || pool.isEmpty()) {
      throw new TrainingException(
          "A test part of "
              + fraction
              + " leaves "
              + pool.cardinality()
              + " images to label and "
              + test.cardinality()
              + " to test on, out of "
              + rows.length
              + " with labels; choose another fraction or give more labels.");
    }
    return new TestSplit(test, pool);
  }

  private static int[] labeled(LabelTable labels) {
    return java.util.stream.IntStream.range(0, labels.rows())
        .filter(row -> !labels.excluded(row))
        .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
        .toArray();
  }

  private static BitSet wholeSubsets(
      LabelTable labels, int[] rows, double fraction, RandomGenerator random) {
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (int row : rows) {
      Object group = labels.subsetIndex(row) < 0 ? "row " + row : labels.subsetIndex(row);
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    RandomRows.shuffle(shuffled, random);
    BitSet test = new BitSet();
    int whole = (int) Math.round(fraction * shuffled.size());
    shuffled.subList(0, whole).forEach(group -> group.forEach(test::set));
    return test;
  }

  private static BitSet sameShares(
      LabelTable labels, int[] rows, double fraction, RandomGenerator random) {
    Map<String, List<Integer>> strata = new LinkedHashMap<>();
    for (int row : rows) {
      StringBuilder key = new StringBuilder();
      for (int c = 0; c < labels.classes(); c++) {
        key.append(labels.label(row, c)).append(' ');
      }
      strata.computeIfAbsent(key.toString(), text -> new ArrayList<>()).add(row);
    }
    BitSet test = new BitSet();
    double owed = 0; // carried on, so that many small strata do not round the share away
    for (List<Integer> stratum : strata.values()) {
      RandomRows.shuffle(stratum, random);
      owed += fraction * stratum.size();
      int take = Math.min(stratum.size(), (int) Math.round(owed));
      owed -= take;
      stratum.subList(0, take).forEach(test::set);
    }
    return test;
  }
}
