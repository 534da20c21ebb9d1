// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Arrays;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * The images without a label for a class that the model says have it: those to look at if all
 * images of the class are to be found.
 *
 * @param classId stable id of the class
 * @param rows not excluded, not labelled for the class, at or above its threshold; the most
 *     probable first. Not copied
 */
public record ReviewList(String classId, int[] rows) {

  /**
   * Lists the images of a class.
   *
   * @param threshold probabilities of at least so much say present
   */
  public static ReviewList of(
      LabelTable labels, PredictionTable predictions, String classId, double threshold) {
    int column = labels.classIndex(classId);
    int predicted = predictions.classIndex(classId);
    long[] keys = new long[labels.rows()];
    int count = 0;
    for (int row = 0; row < labels.rows() && column >= 0 && predicted >= 0; row++) {
      float p = predictions.probability(row, predicted);
      if (p >= threshold
          && labels.label(row, column) == LabelTable.UNKNOWN
          && !labels.excluded(row)) {
        keys[count++] = (long) ~Float.floatToIntBits(p) << Integer.SIZE | row;
      }
    }
    Arrays.sort(keys, 0, count);
    return new ReviewList(
        classId, Arrays.stream(keys, 0, count).mapToInt(key -> (int) key).toArray());
  }
}
