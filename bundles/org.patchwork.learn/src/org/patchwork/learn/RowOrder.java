// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PredictionTable;

/**
 * An order in which to look at rows.
 *
 * @param key what they are ordered by
 * @param classId stable id of the class it is about; for entropy and margin null means all classes
 * @param descending largest first
 */
public record RowOrder(Key key, String classId, boolean descending) {
  /** As the rows are numbered. */
  public static final RowOrder TABLE = new RowOrder(Key.ROW, null, false);

  /** What rows can be ordered by. */
  public enum Key {
    /** Row number. */
    ROW,
    /** Path, character by character. */
    PATH,
    /** Probability of the class. */
    PROBABILITY,
    /**
     * Uncertainty of the class, as the entropy of p orders it: 0.5 − |p − 0.5|. Without a class,
     * the largest over the classes, which is the order of the sampler Max entropy.
     */
    ENTROPY,
    /**
     * Distance from the boundary of the class: |2p − 1|. Without a class, the difference of the two
     * largest probabilities where classes exclude each other, else the smallest over the classes.
     */
    MARGIN
  }

  public RowOrder {
    Objects.requireNonNull(key);
    if (key == Key.PROBABILITY && classId == null) {
      throw new IllegalArgumentException("An order by probability is about a class; choose one.");
    }
  }

  /** True if the order is made of predictions. */
  public boolean needsPredictions() {
    return key != Key.ROW && key != Key.PATH;
  }

  /**
   * Why rows cannot be ordered so now, in a sentence, or null.
   *
   * @param predictions or null if no model is trained
   */
  public String problem(PredictionTable predictions) {
    if (!needsPredictions()) {
      return null;
    } else if (predictions == null) {
      return "This order needs predictions: label a few images of each class, then train.";
    }
    return classId != null && predictions.classIndex(classId) < 0
        ? "The model was trained before this class was added; train again."
        : null;
  }

  /**
   * What each row is ordered by: NaN where it has no prediction, and everywhere if the order has a
   * {@link #problem} or is made of no predictions.
   */
  public float[] scores(int[] rows, PredictionTable predictions, IProgressMonitor monitor) {
    float[] scores = new float[rows.length];
    if (!needsPredictions() || problem(predictions) != null) {
      Arrays.fill(scores, Float.NaN);
      return scores;
    }
    int[] classes =
        classId == null
            ? IntStream.range(0, predictions.classIds().size()).toArray()
            : new int[] {predictions.classIndex(classId)};
    RowBlocks.forEach(
        rows.length,
        monitor,
        (from, to) -> new Block(predictions, rows, from, to).score(classes, scores));
    return scores;
  }

  /** The scores of some rows, class by class. */
  private final class Block {
    private final PredictionTable predictions;
    private final int[] rows;
    private final int from;
    private final int to;
    private final float[] p;

    Block(PredictionTable predictions, int[] rows, int from, int to) {
      this.predictions = predictions;
      this.rows = rows;
      this.from = from;
      this.to = to;
      this.p = new float[to - from];
    }

    void score(int[] classes, float[] scores) {
      if (key == Key.PROBABILITY) {
        predictions.gather(classes[0], rows, from, to, p);
        System.arraycopy(p, 0, scores, from, p.length);
      } else if (key == Key.MARGIN && classes.length > 1 && predictions.exclusive()) {
        firstTwo(classes, scores);
      } else {
        nearestToHalf(classes, scores);
      }
    }

    private void nearestToHalf(int[] classes, float[] scores) {
      Arrays.fill(scores, from, to, 0.5f);
      for (int c : classes) {
        predictions.gather(c, rows, from, to, p);
        for (int i = 0; i < p.length; i++) {
          // the minimum of anything and NaN is NaN
          scores[from + i] = Math.min(scores[from + i], Math.abs(p[i] - 0.5f));
        }
      }
      for (int i = from; i < to; i++) {
        scores[i] = key == Key.ENTROPY ? 0.5f - scores[i] : 2 * scores[i];
      }
    }

    private void firstTwo(int[] classes, float[] scores) {
      float[] first = new float[p.length];
      float[] second = new float[p.length];
      for (int c : classes) {
        predictions.gather(c, rows, from, to, p);
        for (int i = 0; i < p.length; i++) {
          second[i] = Math.max(second[i], Math.min(first[i], p[i]));
          first[i] = Math.max(first[i], p[i]);
        }
      }
      for (int i = 0; i < p.length; i++) {
        scores[from + i] = first[i] - second[i];
      }
    }
  }
}
