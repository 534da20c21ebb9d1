// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RowRanking;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * A part of the page for classes with few positives: they take turns, and each gives the image most
 * likely to contain it among those without a label for it, since what a rare class lacks is
 * positives (Attenberg and Provost 2010).
 */
final class ClassQuotas {
  private final PredictionView view;
  private final SampleRequest request;
  private final int[] positives;

  /** Counts the positives in training of each class the model knows. */
  ClassQuotas(PredictionView view, SampleRequest request) {
    this.view = view;
    this.request = request;
    this.positives =
        IntStream.range(0, view.classes())
            .map(c -> request.labels().count(view.labelColumn(c), LabelTable.PRESENT, false))
            .toArray();
  }

  /** The number of training labels of the class that has the fewest. */
  int fewestAnswers() {
    return IntStream.range(0, positives.length)
        .map(
            c ->
                positives[c]
                    + request.labels().count(view.labelColumn(c), LabelTable.ABSENT, false))
        .min()
        .orElse(0);
  }

  /** The classes with the fewest positives, rarest first, counted among those of the view. */
  int[] rarest(int count) {
    return IntStream.range(0, positives.length)
        .boxed()
        .sorted(Comparator.comparingInt(c -> positives[c]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The classes with less than a share of the average number of positives, rarest first. */
  int[] behind(double share) {
    double limit = share * Arrays.stream(positives).average().orElse(0);
    int few = (int) Arrays.stream(positives).filter(count -> count < limit).count();
    return rarest(few);
  }

  /** At most so many images most likely to contain the classes; scores are probabilities. */
  Selection likely(int[] classes, int wanted) {
    int[][] lists =
        Arrays.stream(classes).mapToObj(c -> mostLikely(c, wanted)).toArray(int[][]::new);
    Turns turns = new Turns(lists, new long[lists.length]);
    int[] rows = turns.take(wanted);
    int[] givers = Arrays.stream(turns.givers()).map(list -> classes[list]).toArray();
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = view.probability(rows[i], givers[i]);
    }
    PickReasons why =
        PickReasons.ofClasses(
            Arrays.stream(givers).map(view::labelColumn).toArray(),
            c -> "class with few positives: most likely to contain " + request.className(c));
    return new Selection(rows, scores, why, "");
  }

  private int[] mostLikely(int index, int count) {
    float[] likelihoods =
        view.scores(
            (block, scores) -> {
              float[] p = block.probabilities(index);
              byte[] labels = block.labels(index);
              for (int i = 0; i < scores.length; i++) {
                scores[i] = labels[i] == LabelTable.UNKNOWN ? p[i] : Float.NaN;
              }
            });
    return Arrays.stream(RowRanking.largest(likelihoods, count))
        .filter(place -> !Float.isNaN(likelihoods[place]))
        .map(place -> view.rows()[place])
        .toArray();
  }

  /** The classes with their numbers of positives, for a reason. */
  String names(int[] classes) {
    return Arrays.stream(classes)
        .mapToObj(
            c ->
                request.className(view.labelColumn(c))
                    + " ("
                    + positives[c]
                    + (positives[c] == 1 ? " positive)" : " positives)"))
        .collect(Collectors.joining(", "));
  }
}
