// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * Truth and answer by row among classes of which one is present at a time. Classes are numbered as
 * in the list they were given by.
 */
final class ExclusiveRows {
  /** Several classes are labelled present, or none is and some are unknown. */
  static final int UNCLEAR = -1;

  /** Every class is labelled absent. */
  static final int NONE = -2;

  private final LabelTable labels;
  private final PredictionTable predictions;
  private final int[] columns;
  private final int[] predicted;

  /** All classes of the predictions. */
  ExclusiveRows(LabelTable labels, PredictionTable predictions) {
    this(labels, predictions, predictions.classIds());
  }

  ExclusiveRows(LabelTable labels, PredictionTable predictions, List<String> classIds) {
    this.labels = labels;
    this.predictions = predictions;
    this.columns = classIds.stream().mapToInt(labels::classIndex).toArray();
    this.predicted = classIds.stream().mapToInt(predictions::classIndex).toArray();
  }

  int classes() {
    return columns.length;
  }

  /** The one class that is labelled present, {@link #NONE} or {@link #UNCLEAR}. */
  int truth(int row) {
    int present = NONE;
    boolean unknown = false;
    for (int c = 0; c < columns.length; c++) {
      byte label = columns[c] < 0 ? LabelTable.UNKNOWN : labels.label(row, columns[c]);
      if (label == LabelTable.PRESENT) {
        if (present >= 0) {
          return UNCLEAR;
        }
        present = c;
      }
      unknown |= label == LabelTable.UNKNOWN;
    }
    return present == NONE && unknown ? UNCLEAR : present;
  }

  /** The class with the highest probability, the first of equals; −1 if one has none. */
  int mostProbable(int row) {
    int best = 0;
    for (int c = 0; c < predicted.length; c++) {
      float p = probability(row, c);
      if (Float.isNaN(p)) {
        return -1;
      }
      best = p > probability(row, best) ? c : best;
    }
    return predicted.length == 0 ? -1 : best;
  }

  /** Probability of a class, NaN if there is none. */
  float probability(int row, int classNumber) {
    return predicted[classNumber] < 0
        ? Float.NaN
        : predictions.probability(row, predicted[classNumber]);
  }
}
