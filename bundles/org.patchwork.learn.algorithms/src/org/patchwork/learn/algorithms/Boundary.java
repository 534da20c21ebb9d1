// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;

/** Which boundary images are near to, for the few of them that were chosen. */
final class Boundary {
  private Boundary() {}

  /**
   * With exclusive classes the two most probable ones; else the class without a label whose
   * probability is nearest to ½, or of all where all have a label.
   */
  static PickReasons reasons(PredictionView view, SampleRequest request, int[] rows) {
    return view.exclusive() && view.classes() > 1
        ? betweenClasses(view, request, rows)
        : PickReasons.ofClasses(
            Arrays.stream(rows).map(row -> view.labelColumn(nearest(view, row))).toArray(),
            c -> "near the boundary of " + request.className(c));
  }

  /** The class whose probability is nearest to ½, whatever is labelled. */
  static PickReasons mostUncertain(PredictionView view, SampleRequest request, int[] rows) {
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int best = -1;
      for (int c = 0; c < view.classes(); c++) {
        best = nearer(view, rows[i], c, best);
      }
      classes[i] = view.labelColumn(best);
    }
    return PickReasons.ofClasses(classes, c -> "most uncertain about " + request.className(c));
  }

  private static PickReasons betweenClasses(
      PredictionView view, SampleRequest request, int[] rows) {
    int[] classes = new int[rows.length];
    int[] which = new int[rows.length];
    Map<List<Integer>, Integer> pairs = new HashMap<>();
    List<String> phrases = new java.util.ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      int[] two = mostProbable(view, rows[i]);
      classes[i] = view.labelColumn(two[0]);
      int other = view.labelColumn(two[1]);
      String phrase =
          "between " + request.className(classes[i]) + " and " + request.className(other);
      which[i] =
          pairs.computeIfAbsent(
              List.of(classes[i], other),
              pair -> {
                phrases.add(phrase);
                return phrases.size() - 1;
              });
    }
    return new PickReasons(phrases, which, classes);
  }

  private static int[] mostProbable(PredictionView view, int row) {
    int first = 0;
    int second = 1;
    if (view.probability(row, 1) > view.probability(row, 0)) {
      first = 1;
      second = 0;
    }
    for (int c = 2; c < view.classes(); c++) {
      float p = view.probability(row, c);
      if (p > view.probability(row, first)) {
        second = first;
        first = c;
      } else if (p > view.probability(row, second)) {
        second = c;
      }
    }
    return new int[] {first, second};
  }

  /** The class nearest to its boundary, counted among the classes of the view. */
  private static int nearest(PredictionView view, int row) {
    int best = -1;
    int bestOpen = -1;
    for (int c = 0; c < view.classes(); c++) {
      best = nearer(view, row, c, best);
      if (view.label(row, c) == LabelTable.UNKNOWN) {
        bestOpen = nearer(view, row, c, bestOpen);
      }
    }
    return bestOpen >= 0 ? bestOpen : best;
  }

  private static int nearer(PredictionView view, int row, int c, int other) {
    return other < 0 || distance(view, row, c) < distance(view, row, other) ? c : other;
  }

  private static float distance(PredictionView view, int row, int c) {
    return Math.abs(view.probability(row, c) - 0.5f);
  }
}
