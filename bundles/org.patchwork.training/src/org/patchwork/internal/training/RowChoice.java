// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Part;
import org.patchwork.training.TrainingData;

/**
 * The rows of a run that have at least one label and finite features.
 *
 * @param training rows that may be drawn, ascending
 * @param validation rows the model is judged by, ascending
 */
public record RowChoice(BitSet training, int[] validation) {

  /** Chooses the rows of the data; reads the features of the labelled rows once. */
  public static RowChoice of(TrainingData data) {
    BitSet training = new BitSet();
    IntStream.Builder validation = IntStream.builder();
    float[] features = new float[data.features().width()];
    for (int row = 0; row < data.labels().rows(); row++) {
      if (isLabeled(data.labels(), row) && hasFeatures(data.features(), row, features)) {
        if (Part.TRAINING.contains(data.labels(), row)) {
          training.set(row);
        } else if (Part.VALIDATION.contains(data.labels(), row)) {
          validation.add(row);
        }
      }
    }
    return new RowChoice(training, validation.build().toArray());
  }

  private static boolean isLabeled(LabelTable labels, int row) {
    return labels.status(row) != LabelTable.Status.UNLABELED && !labels.excluded(row);
  }

  /**
   * True if the row has features, which it then leaves in {@code buffer}; rows behind the last have
   * none.
   */
  static boolean hasFeatures(FeatureMatrix features, int row, float[] buffer) {
    if (row >= features.rows()) {
      return false;
    }
    features.read(row, buffer, 0);
    return isFinite(buffer, 0, buffer.length);
  }

  /** True if no value is NaN or infinite. Four sums at once, since one would wait for itself. */
  static boolean isFinite(float[] values, int offset, int length) {
    float a = 0; // these stay 0 unless a value is NaN or infinite
    float b = 0;
    float c = 0;
    float d = 0;
    int end = offset + length;
    int whole = offset + length - length % 4;
    for (int i = offset; i < whole; i += 4) {
      a += values[i] * 0;
      b += values[i + 1] * 0;
      c += values[i + 2] * 0;
      d += values[i + 3] * 0;
    }
    for (int i = whole; i < end; i++) {
      a += values[i] * 0;
    }
    return a + b + c + d == 0;
  }
}
