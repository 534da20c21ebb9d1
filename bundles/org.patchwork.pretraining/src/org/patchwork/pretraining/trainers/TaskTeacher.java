// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.List;
import org.patchwork.core.PredictionTable;

/**
 * What a run says of the tasks that the classes of a project make.
 *
 * @param says its predictions
 * @param classIds the classes of the project, in order
 * @param columns for each task its classes; one for a single class
 */
record TaskTeacher(PredictionTable says, List<String> classIds, List<int[]> columns) {

  /**
   * Writes the distribution over the answers of a task: of a single class absent and present, of a
   * group its classes brought to a sum of 1, or with a further answer for none of them what is left
   * of 1. Leaves zeros where the run says nothing.
   *
   * @param count number of answers
   */
  void fill(int task, int row, int count, float[] values, int offset) {
    int[] classes = columns.get(task);
    float[] p = new float[classes.length];
    float sum = 0;
    for (int i = 0; i < classes.length; i++) {
      int column = says.classIndex(classIds.get(classes[i]));
      p[i] = column < 0 ? Float.NaN : says.probability(row, column);
      sum += p[i];
    }
    if (Float.isNaN(sum)) {
      return;
    }
    if (classes.length == 1) {
      values[offset] = 1 - p[0];
      values[offset + 1] = p[0];
      return;
    }
    float none = count > classes.length ? Math.max(0, 1 - sum) : 0;
    float whole = sum + none;
    for (int i = 0; i < classes.length && whole > 0; i++) {
      values[offset + i] = p[i] / whole;
    }
    if (count > classes.length && whole > 0) {
      values[offset + classes.length] = none / whole;
    }
  }
}
