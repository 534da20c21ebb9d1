// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.SampleRequest;

/**
 * The predictions of a request as a scoring sampler wants them: only classes that the project and
 * the model both have, only candidates that have predictions.
 */
final class PredictionView {
  private final LabelTable labels;
  private final PredictionTable predictions;
  private final int[] labelColumns;
  private final int[] predictionColumns;
  private final int chosenColumn;
  private final int[] rows;

  PredictionView(SampleRequest request) {
    this.labels = request.labels();
    this.predictions = request.predictions();
    this.labelColumns = IntStream.range(0, labels.classes()).filter(c -> column(c) >= 0).toArray();
    this.predictionColumns = Arrays.stream(labelColumns).map(this::column).toArray();
    this.chosenColumn = request.classIndex() < 0 ? -1 : column(request.classIndex());
    this.rows =
        predictionColumns.length == 0
            ? new int[0]
            : Arrays.stream(request.candidates()).filter(this::predicted).toArray();
  }

  private int column(int labelColumn) {
    return predictions.classIndex(labels.classIds().get(labelColumn));
  }

  private boolean predicted(int row) {
    for (int column : predictionColumns) {
      if (Float.isNaN(predictions.probability(row, column))) {
        return false;
      }
    }
    return true;
  }

  /** The candidates that have predictions, ascending. */
  int[] rows() {
    return rows;
  }

  /** Number of classes. */
  int classes() {
    return predictionColumns.length;
  }

  boolean exclusive() {
    return predictions.exclusive();
  }

  /** Probability of a class, counted among {@link #classes()}. */
  float probability(int row, int index) {
    return predictions.probability(row, predictionColumns[index]);
  }

  /** True if the user has not said whether the class is in the image. */
  boolean unknown(int row, int index) {
    return labels.label(row, labelColumns[index]) == LabelTable.UNKNOWN;
  }

  /** True if the model knows the class the user chose. */
  boolean knowsChosenClass() {
    return chosenColumn >= 0;
  }

  /** Probability of the class the user chose. */
  float chosenProbability(int row) {
    return predictions.probability(row, chosenColumn);
  }
}
