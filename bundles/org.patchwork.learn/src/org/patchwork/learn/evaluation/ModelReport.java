// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.AccuracyEstimate;
import org.patchwork.learn.Metrics;

/**
 * How good predictions are on some rows: per class, over all cells together (micro), as a mean over
 * the classes (macro), and for exclusive classes which is taken for which.
 *
 * @param classes one entry per class that is both in the table and predicted, in the table's order
 * @param micro over all observed cells, each at the threshold of its class
 * @param microAuc AUC over all cells together
 * @param microAveragePrecision average precision over all cells together
 * @param confusions one per exclusion group
 * @param reliability of the most probable class where exactly one is present, else of all cells
 */
public record ModelReport(
    List<ClassReport> classes,
    BinaryCounts micro,
    OptionalDouble microAuc,
    OptionalDouble microAveragePrecision,
    List<ConfusionMatrix> confusions,
    Reliability reliability) {

  public ModelReport {
    classes = List.copyOf(classes);
    confusions = List.copyOf(confusions);
  }

  /**
   * Reports on some rows.
   *
   * @param thresholds of the classes; see {@link Thresholds#HALF}
   * @param exclusionGroups class ids of each group of which at most one is present; where exactly
   *     one of all classes is, they are one group by themselves
   * @param rows rows to look at, for example {@link org.patchwork.learn.Part#rows}
   */
  public static ModelReport of(
      LabelTable labels,
      PredictionTable predictions,
      Thresholds thresholds,
      List<List<String>> exclusionGroups,
      int[] rows) {
    List<ClassReport> classes = new ArrayList<>();
    List<ScoredCells> cells = new ArrayList<>();
    for (String id : labels.classIds()) {
      if (predictions.classIndex(id) >= 0) {
        cells.add(ScoredCells.of(labels, predictions, id, rows));
        classes.add(ClassReport.of(id, cells.getLast(), thresholds.of(id)));
      }
    }
    float[] positives = joined(cells, true);
    float[] negatives = joined(cells, false);
    return new ModelReport(
        classes,
        classes.stream().map(ClassReport::counts).reduce(BinaryCounts.NONE, BinaryCounts::plus),
        Metrics.auc(positives, negatives),
        Metrics.averagePrecision(positives, negatives),
        confusions(labels, predictions, thresholds, exclusionGroups, rows),
        predictions.exclusive()
            ? Reliability.ofMostProbable(labels, predictions, rows)
            : Reliability.ofAll(cells));
  }

  private static float[] joined(List<ScoredCells> cells, boolean present) {
    float[][] parts =
        cells.stream().map(each -> each.probabilities(present)).toArray(float[][]::new);
    float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int offset = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, offset, part.length);
      offset += part.length;
    }
    return all;
  }

  private static List<ConfusionMatrix> confusions(
      LabelTable labels,
      PredictionTable predictions,
      Thresholds thresholds,
      List<List<String>> exclusionGroups,
      int[] rows) {
    if (predictions.exclusive()) {
      return List.of(
          ConfusionMatrix.of(
              labels, predictions, predictions.classIds(), false, new double[0], rows));
    }
    List<ConfusionMatrix> matrices = new ArrayList<>();
    for (List<String> group : exclusionGroups) {
      List<String> known = group.stream().filter(id -> predictions.classIndex(id) >= 0).toList();
      if (known.size() > 1) {
        double[] each = known.stream().mapToDouble(thresholds::of).toArray();
        matrices.add(ConfusionMatrix.of(labels, predictions, known, true, each, rows));
      }
    }
    return matrices;
  }

  /** The entry of a class, or null. */
  public ClassReport of(String classId) {
    return classes.stream().filter(each -> each.classId().equals(classId)).findFirst().orElse(null);
  }

  /** Mean of a figure over the classes that have it. */
  public OptionalDouble macro(Function<ClassReport, OptionalDouble> figure) {
    return Metrics.mean(classes.stream().map(figure));
  }

  /**
   * Share of right answers: of the rows where exactly one class is present, else of all cells at
   * their thresholds; empty without any.
   */
  public OptionalDouble accuracy() {
    int count = accuracyCount();
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right() / count);
  }

  /** Number of rows or cells behind {@link #accuracy()}. */
  public int accuracyCount() {
    return exclusive() ? confusions.getFirst().total() : micro.total();
  }

  private int right() {
    return exclusive() ? confusions.getFirst().right() : micro.right();
  }

  /** True if exactly one of all classes is present in an image. */
  public boolean exclusive() {
    return confusions.size() == 1 && !confusions.getFirst().none();
  }

  /**
   * The accuracy with its uncertainty and the chance that it beats always giving the most frequent
   * answer; null without any answers.
   */
  public AccuracyEstimate accuracyEstimate() {
    int count = accuracyCount();
    if (count == 0) {
      return null;
    }
    int most = Math.max(micro.positives(), micro.negatives());
    if (exclusive()) {
      ConfusionMatrix matrix = confusions.getFirst();
      most = 0;
      for (int truth = 0; truth < matrix.size(); truth++) {
        most = Math.max(most, matrix.total(truth));
      }
    }
    return AccuracyEstimate.of(right(), count, (double) most / count);
  }
}
