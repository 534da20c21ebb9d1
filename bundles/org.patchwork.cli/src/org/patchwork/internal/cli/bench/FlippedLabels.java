// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.LabelError;
import org.patchwork.learn.evaluation.LabelErrors;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.SplitSettings;
import org.patchwork.training.LabelErrorSearch;
import org.patchwork.training.TrainingData;

/**
 * Labels of which a tenth has been made wrong: of up to 3,000 images where exactly one class is
 * present, else of all cells of up to 3,000 images.
 */
record FlippedLabels(LabelTable labels, boolean exclusive, Set<String> wrong) {
  private static final int MOST = 3000;
  private static final int ONE_IN = 10;
  private static final int FIRST = 300;

  static FlippedLabels of(LabelTable truth, boolean exclusive, long seed) {
    RandomGenerator random = new RandomStreams(seed).stream("flips");
    int[] rows = RandomRows.shuffled(HoldOut.labeled(truth), random);
    int count = Math.min(MOST, rows.length);
    LabelTable labels = hidden(truth, Arrays.copyOfRange(rows, count, rows.length));
    Set<String> wrong = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (exclusive && i < count / ONE_IN) {
        labels = exchanged(labels, rows[i], random);
        wrong.add(key(rows[i], ""));
      } else if (!exclusive) {
        labels = flipped(labels, rows[i], random, wrong);
      }
    }
    return new FlippedLabels(labels, exclusive, wrong);
  }

  /** A table in which at most 3,000 images, drawn at random, have their labels. */
  static LabelTable some(LabelTable truth, long seed) {
    int[] rows =
        RandomRows.shuffled(HoldOut.labeled(truth), new RandomStreams(seed).stream("images"));
    int count = Math.min(MOST, rows.length);
    return hidden(truth, Arrays.copyOfRange(rows, count, rows.length));
  }

  private static LabelTable hidden(LabelTable truth, int[] rows) {
    byte[] unknown = new byte[rows.length];
    Arrays.fill(unknown, LabelTable.UNKNOWN);
    LabelTable labels = truth;
    for (int c = 0; c < truth.classes(); c++) {
      labels = labels.withLabels(c, rows, unknown);
    }
    return labels;
  }

  /** Another class, by lot, in the place of the one that is present. */
  private static LabelTable exchanged(LabelTable labels, int row, RandomGenerator random) {
    int present =
        IntStream.range(0, labels.classes())
            .filter(c -> labels.label(row, c) == LabelTable.PRESENT)
            .findFirst()
            .orElseThrow();
    int other = (present + 1 + random.nextInt(labels.classes() - 1)) % labels.classes();
    return labels
        .withLabels(present, new int[] {row}, new byte[] {LabelTable.ABSENT})
        .withLabels(other, new int[] {row}, new byte[] {LabelTable.PRESENT});
  }

  private static LabelTable flipped(
      LabelTable labels, int row, RandomGenerator random, Set<String> wrong) {
    LabelTable flipped = labels;
    for (int c = 0; c < labels.classes(); c++) {
      byte label = labels.label(row, c);
      if (label != LabelTable.UNKNOWN && random.nextInt(ONE_IN) == 0) {
        flipped = flipped.withLabels(c, new int[] {row}, new byte[] {(byte) (1 - label)});
        wrong.add(key(row, labels.classIds().get(c)));
      }
    }
    return flipped;
  }

  private static String key(int row, String classId) {
    return row + " " + classId;
  }

  /** Searches with five folds and measures how many of the first in the queue are wrong. */
  void measure(
      LabelErrorSearch search,
      TrainingSpec spec,
      TrainingData data,
      TrustBenchmark.Means means,
      IProgressMonitor monitor)
      throws TrainingException {
    long start = System.nanoTime();
    LabelErrors errors =
        search.run(
            spec,
            data.withLabels(labels),
            new LabelErrorSearch.Settings(),
            new SplitSettings(),
            monitor);
    means.add("errors_labels", errors.checked());
    means.add("errors_flipped", wrong.size());
    means.add("errors_estimated", errors.estimated());
    means.add("errors_precision_first_100", precision(errors, FIRST / 3));
    means.add("errors_precision_first_300", precision(errors, FIRST));
    means.add("errors_precision_first_flipped", precision(errors, wrong.size()));
    means.add("errors_seconds", (System.nanoTime() - start) * 1e-9);
  }

  private double precision(LabelErrors errors, int count) {
    long hits = errors.queue().stream().limit(count).filter(this::isWrong).count();
    return (double) hits / count;
  }

  private boolean isWrong(LabelError error) {
    return wrong.contains(key(error.row(), exclusive ? "" : error.classId()));
  }
}
