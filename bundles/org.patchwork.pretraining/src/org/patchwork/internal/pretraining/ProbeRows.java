// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.split.GroupedSplit;
import org.patchwork.learn.split.Grouping;
import org.patchwork.learn.split.RowGroups;
import org.patchwork.pretraining.ProbeSplit;

/**
 * Labelled images for a probe: those in which exactly one class is present.
 *
 * @param training rows that teach
 * @param trainingClasses their classes
 * @param test rows that test
 * @param testClasses their classes
 * @param classes number of classes in the table
 */
record ProbeRows(
    int[] training, int[] trainingClasses, int[] test, int[] testClasses, int classes) {
  private static final int FEWEST = 12;
  private static final double TEST_SHARE = 1.0 / 3;

  /** Chooses at most {@code count} rows and divides them, two thirds to teach. */
  static ProbeRows of(
      LabelTable labels, int[] rows, int count, ProbeSplit split, RandomGenerator random) {
    int[] single =
        Arrays.stream(rows).filter(row -> row < labels.rows() && only(labels, row) >= 0).toArray();
    int[] chosen = some(single, count, random);
    if (split == ProbeSplit.GROUPED) {
      return grouped(labels, chosen, random);
    }
    List<Integer> training = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    if (split == ProbeSplit.EVERY_THIRD) {
      for (int i = 0; i < chosen.length; i++) {
        (i % 3 == 0 ? test : training).add(chosen[i]);
      }
    } else {
      for (int c = 0; c < labels.classes(); c++) {
        int wanted = c;
        int[] ofClass = Arrays.stream(chosen).filter(r -> only(labels, r) == wanted).toArray();
        RandomRows.shuffle(ofClass, random);
        for (int i = 0; i < ofClass.length; i++) {
          (i % 3 == 2 ? test : training).add(ofClass[i]);
        }
      }
    }
    return of(labels, toArray(training), toArray(test));
  }

  /**
   * Chooses at most {@code count} rows, of which those that are held out test.
   *
   * @return not usable if none are
   */
  static ProbeRows heldOut(LabelTable labels, int[] rows, int count, RandomGenerator random) {
    int[] single =
        Arrays.stream(rows).filter(row -> row < labels.rows() && only(labels, row) >= 0).toArray();
    int[] test = Arrays.stream(single).filter(labels::validation).toArray();
    int[] training = Arrays.stream(single).filter(row -> !labels.validation(row)).toArray();
    int tests = (int) Math.round(TEST_SHARE * count);
    return of(labels, some(training, count - tests, random), some(test, tests, random));
  }

  private static ProbeRows grouped(LabelTable labels, int[] chosen, RandomGenerator random) {
    RowGroups groups = RowGroups.of(labels, Grouping.AUTO);
    int[] test;
    try {
      test = GroupedSplit.holdOut(labels, chosen, groups, TEST_SHARE, random);
    } catch (TrainingException oneGroup) {
      return of(labels, chosen, chosen.length, ProbeSplit.STRATIFIED, random);
    }
    Set<Integer> testing = Arrays.stream(test).boxed().collect(Collectors.toSet());
    int[] training = Arrays.stream(chosen).filter(row -> !testing.contains(row)).toArray();
    return of(labels, training, test);
  }

  private static ProbeRows of(LabelTable labels, int[] training, int[] test) {
    return new ProbeRows(
        training,
        Arrays.stream(training).map(row -> only(labels, row)).toArray(),
        test,
        Arrays.stream(test).map(row -> only(labels, row)).toArray(),
        labels.classes());
  }

  /** True if there is enough to learn and to test, of two classes or more. */
  boolean usable() {
    return training.length + test.length >= FEWEST
        && test.length > 0
        && Arrays.stream(trainingClasses).distinct().count() > 1;
  }

  /** The class that is present, if it is the only one; else −1. */
  private static int only(LabelTable labels, int row) {
    int found = -1;
    for (int c = 0; c < labels.classes(); c++) {
      if (labels.label(row, c) == LabelTable.PRESENT) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  /** Some of the rows by lot, in their order. */
  static int[] some(int[] rows, int count, RandomGenerator random) {
    int[] places = IntStream.range(0, rows.length).toArray();
    RandomRows.shuffle(places, random);
    return Arrays.stream(places).limit(count).sorted().map(place -> rows[place]).toArray();
  }

  private static int[] toArray(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
