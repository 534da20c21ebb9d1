// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Arrays;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * The observed cells of one class that have a prediction, the most probable first; equal ones in
 * the order of their rows. What every curve and threshold is made from.
 */
public final class ScoredCells {
  private final int[] rows;
  private final float[] probabilities;
  private final boolean[] present;
  private final int positives;

  private ScoredCells(int[] rows, float[] probabilities, boolean[] present) {
    this.rows = rows;
    this.probabilities = probabilities;
    this.present = present;
    int count = 0;
    for (boolean each : present) {
      count += each ? 1 : 0;
    }
    this.positives = count;
  }

  /**
   * Collects the cells of a class.
   *
   * @param rows rows to look at
   * @return empty if the table or the predictions do not have the class
   */
  public static ScoredCells of(
      LabelTable labels, PredictionTable predictions, String classId, int[] rows) {
    int column = labels.classIndex(classId);
    int predicted = predictions.classIndex(classId);
    if (column < 0 || predicted < 0) {
      return new ScoredCells(new int[0], new float[0], new boolean[0]);
    }
    long[] keys = new long[rows.length];
    int count = 0;
    for (int row : rows) {
      float p = predictions.probability(row, predicted);
      if (labels.label(row, column) != LabelTable.UNKNOWN && !Float.isNaN(p)) {
        keys[count++] = key(p, row);
      }
    }
    return sorted(labels, predictions, column, predicted, Arrays.copyOf(keys, count));
  }

  /** Sorts by falling probability, then by row: bits of a non-negative float rise with it. */
  private static long key(float probability, int row) {
    return (long) ~Float.floatToIntBits(probability) << Integer.SIZE | row;
  }

  private static ScoredCells sorted(
      LabelTable labels, PredictionTable predictions, int column, int predicted, long[] keys) {
    Arrays.sort(keys);
    int[] rows = new int[keys.length];
    float[] probabilities = new float[keys.length];
    boolean[] present = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      rows[i] = (int) keys[i];
      probabilities[i] = predictions.probability(rows[i], predicted);
      present[i] = labels.label(rows[i], column) == LabelTable.PRESENT;
    }
    return new ScoredCells(rows, probabilities, present);
  }

  /** Number of cells. */
  public int size() {
    return rows.length;
  }

  /** Number of cells labelled present. */
  public int positives() {
    return positives;
  }

  /** Number of cells labelled absent. */
  public int negatives() {
    return rows.length - positives;
  }

  /** Row of the cell at a place. */
  public int row(int place) {
    return rows[place];
  }

  /** Probability at a place; falls or stays from each place to the next. */
  public float probability(int place) {
    return probabilities[place];
  }

  /** True if the cell at a place is labelled present. */
  public boolean present(int place) {
    return present[place];
  }

  /** Number of cells whose probability is at least the threshold: they come first. */
  public int countFrom(double threshold) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (probabilities[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Probabilities of the cells labelled present or of those labelled absent, falling. */
  public float[] probabilities(boolean ofPresent) {
    float[] found = new float[ofPresent ? positives : negatives()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (present[i] == ofPresent) {
        found[count++] = probabilities[i];
      }
    }
    return found;
  }

  /** Right and wrong answers if a probability of at least the threshold says present. */
  public BinaryCounts counts(double threshold) {
    int said = countFrom(threshold);
    int hits = 0;
    for (int i = 0; i < said; i++) {
      hits += present[i] ? 1 : 0;
    }
    return new BinaryCounts(hits, said - hits, positives - hits, negatives() - (said - hits));
  }

  /**
   * The rows that got one of the four answers at a threshold, those the model is surest about
   * first.
   */
  public int[] rows(double threshold, boolean saidPresent, boolean isPresent) {
    int said = countFrom(threshold);
    int[] found = new int[saidPresent ? said : rows.length - said];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      int place = saidPresent ? i : rows.length - 1 - i;
      if (present[place] == isPresent) {
        found[count++] = rows[place];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
