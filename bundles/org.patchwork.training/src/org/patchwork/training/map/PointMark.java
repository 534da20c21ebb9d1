// SPDX-License-Identifier: MIT
package org.patchwork.training.map;

import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What is known of one image for one class: how the point is drawn.
 *
 * @param label {@link LabelTable#PRESENT}, {@link LabelTable#ABSENT} or {@link LabelTable#UNKNOWN}
 * @param probability of the class, NaN if there is none
 * @param bits cross-entropy of label and probability in bits, NaN unless both are known
 */
public record PointMark(byte label, float probability, double bits) {
  private static final double SIZE = 4;
  private static final double FLOOR = 1e-5;

  /** The mark of an image. */
  public static PointMark of(
      LabelTable labels, PredictionTable predictions, String classId, int row) {
    int column = labels.classIndex(classId);
    byte label = column < 0 ? LabelTable.UNKNOWN : labels.label(row, column);
    int predicted = predictions == null ? -1 : predictions.classIndex(classId);
    float probability = predicted < 0 ? Float.NaN : predictions.probability(row, predicted);
    return of(label, probability);
  }

  /** The mark of a label and a probability. */
  public static PointMark of(byte label, float probability) {
    boolean known = label != LabelTable.UNKNOWN && !Float.isNaN(probability);
    return new PointMark(label, probability, known ? bits(label, probability) : Double.NaN);
  }

  /** −y log₂(p + 10⁻⁵) − (1 − y) log₂(1 − p + 10⁻⁵): 0 where label and model agree wholly. */
  static double bits(byte label, double p) {
    double ofLabel = label == LabelTable.PRESENT ? p : 1 - p;
    return -Math.log(ofLabel + FLOOR) / Math.log(2);
  }

  /**
   * Diameter in points: 4 (1 + bits), so that what surprises the model most is seen first; 4 where
   * label or probability are not known.
   */
  public double size() {
    return SIZE * (1 + (Double.isNaN(bits) ? 0 : Math.max(0, bits)));
  }

  /** True if the label says otherwise than the model does at probability ½. */
  public boolean wrong() {
    return !Double.isNaN(bits) && label == LabelTable.PRESENT != probability >= 0.5f;
  }
}
