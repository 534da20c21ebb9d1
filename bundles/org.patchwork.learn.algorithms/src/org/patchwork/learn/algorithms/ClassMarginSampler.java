// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RowRanking;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Each class has its share of the page: the classes take turns, and each gives the image nearest to
 * its own boundary, smallest |p − ½| first, among those without a label for it (uncertainty
 * sampling, Lewis and Gale 1994, for many tasks by alternating selection, Reichart et al. 2008), so
 * that no class takes the whole page. Images labelled for all classes come only if there are no
 * others. The score is |2p − 1| of the class that chose.
 */
public final class ClassMarginSampler extends PredictionSampler<ClassMarginSampler.Parameters> {

  /** How the page is shared out. */
  public enum Share {
    /** As many images for each class. */
    EQUAL,
    /** More for classes with few positives: each image goes to the class that has fewest. */
    NEED
  }

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Share",
              help =
                  "Equal gives each class as many images; need gives more to classes with few"
                      + " positives.")
          Share share) {
    public Parameters() {
      this(Share.EQUAL);
    }
  }

  public ClassMarginSampler() {
    super(false);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    int[][] lists = lists(view, request.count(), true);
    if (IntStream.range(0, lists.length).allMatch(c -> lists[c].length == 0)) {
      return select(view, request, parameters, lists(view, request.count(), false));
    }
    return select(view, request, parameters, lists);
  }

  private static int[][] lists(PredictionView view, int count, boolean unknownOnly) {
    int[][] lists = new int[view.classes()][];
    for (int c = 0; c < lists.length; c++) {
      int index = c;
      float[] margins = view.scores((block, scores) -> margins(block, index, unknownOnly, scores));
      int[] places = RowRanking.smallest(margins, count);
      lists[c] =
          IntStream.of(places)
              .filter(place -> !Float.isNaN(margins[place]))
              .map(place -> view.rows()[place])
              .toArray();
    }
    return lists;
  }

  /** NaN for rows that are not to be chosen for this class. */
  private static void margins(
      PredictionView.Block block, int index, boolean unknownOnly, float[] scores) {
    float[] p = block.probabilities(index);
    byte[] labels = block.labels(index);
    for (int i = 0; i < scores.length; i++) {
      boolean wanted = !unknownOnly || labels[i] == LabelTable.UNKNOWN;
      scores[i] = wanted ? Math.abs(2 * p[i] - 1) : Float.NaN;
    }
  }

  private static Selection select(
      PredictionView view, SampleRequest request, Parameters parameters, int[][] lists) {
    long[] head = new long[lists.length];
    for (int c = 0; c < head.length && parameters.share() == Share.NEED; c++) {
      head[c] = request.labels().count(view.labelColumn(c), LabelTable.PRESENT, false);
    }
    Turns turns = new Turns(lists, head);
    int[] rows = turns.take(request.count());
    long served = IntStream.range(0, lists.length).filter(c -> turns.given(c) > 0).count();
    int[] givers = turns.givers();
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = Math.abs(2 * view.probability(rows[i], givers[i]) - 1);
    }
    int[] classes = Arrays.stream(givers).map(view::labelColumn).toArray();
    Selection selection = new Selection(rows, scores, reason(view, rows.length, served));
    return selection.because(
        PickReasons.ofClasses(
            classes, c -> "its turn: near the boundary of " + request.className(c)));
  }

  private static String reason(PredictionView view, int chosen, long served) {
    return chosen
        + " of "
        + view.rows().length
        + " images, each nearest to the boundary of one of "
        + served
        + (served == 1 ? " class" : " classes")
        + " in turn";
  }
}
