// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.log.PathsHash;
import org.patchwork.training.distillation.DistillationData;

/**
 * What the student is to say of each image.
 *
 * @param data labels and teacher
 * @param labelColumns columns of the label table that are taught
 * @param teacherColumns the columns of the same classes in the predictions
 * @param useLabels whether labels of training images stand before the teacher's word
 */
record TeacherTargets(
    DistillationData data, int[] labelColumns, int[] teacherColumns, boolean useLabels) {

  /**
   * The classes that the teacher knows and the project still has, in the project's order.
   *
   * @throws TrainingException if there is none
   */
  static TeacherTargets of(DistillationData data, boolean useLabels) throws TrainingException {
    List<String> ids = data.labels().classIds();
    int[] columns =
        IntStream.range(0, ids.size())
            .filter(c -> data.teacher().classIndex(ids.get(c)) >= 0)
            .toArray();
    if (columns.length == 0) {
      throw new TrainingException(
          "The teacher "
              + data.teacher().source()
              + " knows none of the classes that the project has now. Choose another run, or train"
              + " one.");
    }
    int[] taught = Arrays.stream(columns).map(c -> data.teacher().classIndex(ids.get(c))).toArray();
    return new TeacherTargets(data, columns, taught, useLabels);
  }

  int classes() {
    return labelColumns.length;
  }

  List<String> classIds() {
    return Arrays.stream(labelColumns).mapToObj(data.labels().classIds()::get).toList();
  }

  List<String> classNames() {
    return Arrays.stream(labelColumns).mapToObj(data.classNames()::get).toList();
  }

  /** The teacher's probability, or −1 where it has none. */
  float taught(int row, int index) {
    float p = data.teacher().probability(row, teacherColumns[index]);
    return Float.isNaN(p) ? LabelTable.UNKNOWN : p;
  }

  /** What is known of an image, from {@code offset} on: probabilities, −1 for unknown. */
  void copy(int row, float[] target, int offset) {
    for (int c = 0; c < classes(); c++) {
      target[offset + c] = taught(row, c);
    }
    if (useLabels && !data.labels().validation(row)) {
      putLabels(row, target, offset);
    }
  }

  /** With exclusive classes one that is present denies all others. */
  private void putLabels(int row, float[] target, int offset) {
    for (int c = 0; c < classes(); c++) {
      byte label = data.labels().label(row, labelColumns[c]);
      if (label == LabelTable.PRESENT && data.teacher().exclusive()) {
        Arrays.fill(target, offset, offset + classes(), 0);
        target[offset + c] = 1;
        return;
      } else if (label != LabelTable.UNKNOWN) {
        target[offset + c] = label;
      }
    }
  }

  /**
   * The images to learn from: not excluded, not held out, and something is known of them.
   *
   * @throws TrainingException if there is none
   */
  int[] rows() throws TrainingException {
    LabelTable labels = data.labels();
    float[] target = new float[classes()];
    int[] rows =
        IntStream.range(0, labels.rows())
            .filter(row -> !labels.excluded(row) && !labels.validation(row))
            .filter(row -> isKnown(row, target))
            .toArray();
    if (rows.length == 0) {
      throw new TrainingException(
          "The teacher "
              + data.teacher().source()
              + " says nothing of any image that may be trained on. Train a model or propagate the"
              + " labels first, then distil it.");
    }
    return rows;
  }

  /** Fingerprint of what is taught of these images, and of all paths. */
  String fingerprint(int... rows) {
    int width = classes() + 1;
    float[] taught = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      taught[i * width] = rows[i];
      copy(rows[i], taught, i * width + 1);
    }
    try (FeatureMatrix matrix = FeatureMatrix.of(new int[] {width}, taught)) {
      return PathsHash.of(data.images(), data.labels().rows()) + "-" + DataHash.of(matrix);
    }
  }

  private boolean isKnown(int row, float[] target) {
    copy(row, target, 0);
    for (float value : target) {
      if (value >= 0) {
        return true;
      }
    }
    return false;
  }

  /** True if the teacher says something of every class. */
  boolean complete(int row) {
    for (int c = 0; c < classes(); c++) {
      if (taught(row, c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** True if one of the classes is labelled. */
  boolean labelled(int row) {
    for (int column : labelColumns) {
      if (data.labels().label(row, column) != LabelTable.UNKNOWN) {
        return true;
      }
    }
    return false;
  }

  PredictionTable teacher() {
    return data.teacher();
  }
}
