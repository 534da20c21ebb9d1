// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * How the model scores one class: two panels of probabilities in [0, 1], in 14 equal bins, with the
 * rows behind each bar.
 *
 * @param classId stable id of the class
 * @param training rows that are neither excluded nor held out
 * @param validation rows that are held out and not excluded; has no unlabelled series
 */
public record Histogram(String classId, Panel training, Panel validation) {
  /** Number of bins; bin i holds [i/14, (i+1)/14), the last one 1 as well. */
  public static final int BINS = 14;

  /**
   * One panel.
   *
   * @param negatives rows labelled absent
   * @param positives rows labelled present
   * @param unlabeled rows without a label for this class; empty in the validation panel
   * @param metrics AUC, average precision and accuracy with counts
   */
  public record Panel(Series negatives, Series positives, Series unlabeled, ClassMetrics metrics) {}

  /**
   * One series of bars.
   *
   * @param rows rows of each bin, ascending
   */
  public record Series(List<int[]> rows) {
    public Series {
      rows = List.copyOf(rows);
    }

    /** Number of rows in each bin. */
    public int[] counts() {
      return rows.stream().mapToInt(bin -> bin.length).toArray();
    }

    /** Number of rows in all bins. */
    public int total() {
      return Arrays.stream(counts()).sum();
    }

    /**
     * Heights that make the area of the series 1: count / (total · bin width); all 0 for an empty
     * series.
     */
    public double[] densities() {
      int total = Math.max(1, total());
      return rows.stream().mapToDouble(bin -> (double) bin.length * BINS / total).toArray();
    }
  }

  /**
   * Computes the histogram of a class. Rows without a prediction are in no bin; a class the model
   * does not know gives empty panels.
   *
   * @throws IllegalArgumentException if the table has no such class
   */
  public static Histogram of(LabelTable labels, PredictionTable predictions, String classId) {
    int classIndex = labels.classIndex(classId);
    if (classIndex < 0) {
      throw new IllegalArgumentException("The table has no class " + classId);
    }
    float[] probabilities = new float[labels.rows()];
    int predicted = predictions.classIndex(classId);
    for (int row = 0; row < probabilities.length; row++) {
      probabilities[row] = predicted < 0 ? Float.NaN : predictions.probability(row, predicted);
    }
    return new Histogram(
        classId,
        panel(labels, classIndex, probabilities, Part.TRAINING),
        panel(labels, classIndex, probabilities, Part.VALIDATION));
  }

  /** Lower edge of a bin; {@code edge(BINS)} is 1. */
  public static double edge(int bin) {
    return (double) bin / BINS;
  }

  /** Bin of a probability in [0, 1]. */
  public static int bin(double probability) {
    int bin = Math.clamp((long) (probability * BINS), 0, BINS - 1);
    if (bin > 0 && probability < edge(bin)) {
      return bin - 1;
    }
    return bin < BINS - 1 && probability >= edge(bin + 1) ? bin + 1 : bin;
  }

  private static Panel panel(LabelTable labels, int classIndex, float[] probabilities, Part part) {
    int[] rows = part.rows(labels);
    int[] negatives = select(labels, classIndex, probabilities, rows, LabelTable.ABSENT);
    int[] positives = select(labels, classIndex, probabilities, rows, LabelTable.PRESENT);
    int[] unlabeled =
        part == Part.VALIDATION
            ? new int[0]
            : select(labels, classIndex, probabilities, rows, LabelTable.UNKNOWN);
    return new Panel(
        series(negatives, probabilities),
        series(positives, probabilities),
        series(unlabeled, probabilities),
        ClassMetrics.of(
            labels.classIds().get(classIndex),
            values(positives, probabilities),
            values(negatives, probabilities)));
  }

  private static int[] select(
      LabelTable labels, int classIndex, float[] probabilities, int[] rows, byte value) {
    return Arrays.stream(rows)
        .filter(row -> labels.label(row, classIndex) == value && !Float.isNaN(probabilities[row]))
        .toArray();
  }

  private static float[] values(int[] rows, float[] probabilities) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = probabilities[rows[i]];
    }
    return values;
  }

  private static Series series(int[] rows, float[] probabilities) {
    int[] sizes = new int[BINS];
    for (int row : rows) {
      sizes[bin(probabilities[row])]++;
    }
    List<int[]> bins = new ArrayList<>();
    for (int size : sizes) {
      bins.add(new int[size]);
    }
    int[] filled = new int[BINS];
    for (int row : rows) {
      int bin = bin(probabilities[row]);
      bins.get(bin)[filled[bin]++] = row;
    }
    return new Series(bins);
  }
}
