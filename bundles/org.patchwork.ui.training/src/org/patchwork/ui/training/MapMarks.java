// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.training.map.FeatureMap;
import org.patchwork.training.map.PointMark;

/**
 * A map with what labels and model say of its points for one class.
 *
 * @param marks one per point
 * @param className name of the class
 */
record MapMarks(FeatureMap map, PointMark[] marks, LabelTable labels, String className) {

  /** The marks by these labels and predictions, which may be null. */
  static MapMarks of(
      FeatureMap map,
      LabelTable labels,
      PredictionTable predictions,
      String classId,
      String className) {
    PointMark[] marks = new PointMark[map.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = PointMark.of(labels, predictions, classId, map.rows()[i]);
    }
    return new MapMarks(map, marks, labels, className);
  }

  /** What stands below the picture of a point. */
  String caption(int point) {
    String path = labels.path(map.rows()[point]);
    String label =
        switch (marks[point].label()) {
          case LabelTable.PRESENT -> "present";
          case LabelTable.ABSENT -> "absent";
          default -> "not labelled";
        };
    float p = marks[point].probability();
    String model = Float.isNaN(p) ? "" : String.format(Locale.ENGLISH, ", model %.2f", p);
    return path.substring(path.lastIndexOf('/') + 1) + "\n" + className + ": " + label + model;
  }

  /** What the map shows, with figures, and how to read it. */
  String text() {
    long known = Arrays.stream(marks).filter(mark -> mark.label() != LabelTable.UNKNOWN).count();
    long wrong = Arrays.stream(marks).filter(PointMark::wrong).count();
    String drawn =
        map.size() < map.candidates()
            ? String.format(Locale.ENGLISH, " (of %,d, drawn at random)", map.candidates())
            : "";
    return String.format(
        Locale.ENGLISH,
        "%,d images%s, %,d labelled for %s, %,d %s. Larger is more surprising; a ring is present,"
            + " a cross an error.",
        map.size(),
        drawn,
        known,
        className,
        wrong,
        wrong == 1 ? "error" : "errors");
  }

  /** Rows of points, the most surprising first, at most so many. */
  int[] rows(int[] points, int most) {
    return Arrays.stream(points)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(point -> -marks[point].size())
                .thenComparingInt(point -> point))
        .limit(most)
        .mapToInt(point -> map.rows()[point])
        .filter(row -> row < labels.rows())
        .toArray();
  }
}
