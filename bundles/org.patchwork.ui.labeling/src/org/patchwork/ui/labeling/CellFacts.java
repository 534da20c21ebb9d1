// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * What a cell of the grid says about its image, without a screen.
 *
 * @param status how completely the image is labelled
 * @param excluded true if it is excluded
 * @param validation true if it is held out
 * @param present classes that are present, in order
 * @param absentCount number of classes known to be absent
 * @param shownClass the class whose probability is shown: the one in focus, else the most probable;
 *     null without any
 * @param probability of that class in [0, 1], NaN if there is none
 */
record CellFacts(
    LabelTable.Status status,
    boolean excluded,
    boolean validation,
    List<ClassStyle> present,
    int absentCount,
    ClassStyle shownClass,
    float probability) {

  static CellFacts of(
      LabelTable labels,
      PredictionTable predictions,
      List<ClassStyle> classes,
      int row,
      String focusClass) {
    List<ClassStyle> present = new ArrayList<>();
    int absent = 0;
    for (ClassStyle each : classes) {
      int index = labels.classIndex(each.id());
      if (index >= 0 && labels.label(row, index) == LabelTable.PRESENT) {
        present.add(each);
      } else if (index >= 0 && labels.label(row, index) == LabelTable.ABSENT) {
        absent++;
      }
    }
    ClassStyle shown = shownClass(predictions, classes, row, focusClass);
    return new CellFacts(
        labels.status(row),
        labels.excluded(row),
        labels.validation(row),
        List.copyOf(present),
        absent,
        shown,
        shown == null ? Float.NaN : probability(predictions, shown, row));
  }

  /** The probability with two decimals, an empty text if there is none. */
  String probabilityText() {
    return Float.isNaN(probability) ? "" : decimals(probability);
  }

  /** A probability with two decimals. */
  static String decimals(float value) {
    return String.format(Locale.ENGLISH, "%.2f", value);
  }

  /** A score with two decimals, or with two digits that say something if it is small. */
  static String score(float value) {
    if (value == 0 || Math.abs(value) >= 0.1 || !Float.isFinite(value)) {
      return decimals(value);
    }
    return new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
  }

  private static ClassStyle shownClass(
      PredictionTable predictions, List<ClassStyle> classes, int row, String focusClass) {
    ClassStyle best = null;
    float highest = -1;
    for (ClassStyle each : classes) {
      float probability = probability(predictions, each, row);
      if (each.id().equals(focusClass)) {
        return Float.isNaN(probability) ? null : each;
      }
      if (probability > highest) {
        best = each;
        highest = probability;
      }
    }
    return best;
  }

  private static float probability(PredictionTable predictions, ClassStyle each, int row) {
    int index = predictions == null ? -1 : predictions.classIndex(each.id());
    return index < 0 ? Float.NaN : predictions.probability(row, index);
  }
}
