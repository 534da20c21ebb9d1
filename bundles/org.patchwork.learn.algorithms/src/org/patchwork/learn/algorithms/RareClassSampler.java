// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.Param;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.RowRanking;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * A share of the page for the classes with the fewest positives: the images most likely to contain
 * them, since what a very rare class lacks is positives (Attenberg and Provost 2010); the rest of
 * the page by margin. Likely positives mixed with uncertain images are also how Mullapudi et al.
 * (2021) learn rare classes from few labels.
 */
public final class RareClassSampler extends PredictionSampler<RareClassSampler.Parameters> {
  private final MarginSampler margin = new MarginSampler();

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Share",
              help = "Part of the page for rare classes; the rest is chosen by margin.",
              min = 0,
              max = 1,
              step = 0.1)
          double share,
      @Param(
              label = "Rare classes",
              help = "How many classes, those with the fewest positives, divide this part.",
              min = 1,
              max = 1000)
          int rareClasses) {
    public Parameters() {
      this(0.5, 1);
    }
  }

  public RareClassSampler() {
    super(false);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    int wanted = (int) Math.round(parameters.share() * request.count());
    int[] rare = rarest(view, request.labels(), parameters.rareClasses());
    int[][] lists =
        Arrays.stream(rare).mapToObj(c -> mostLikely(view, c, wanted)).toArray(int[][]::new);
    Turns turns = new Turns(lists, new long[lists.length]);
    int[] likely = turns.take(wanted);
    int[] others = without(view.rows(), likely);
    Selection uncertain =
        margin.sample(
            request.with(others, request.count() - likely.length),
            new NoParameters(),
            view.monitor());
    String reason =
        likely.length
            + " of "
            + (likely.length + uncertain.rows().length)
            + " images most likely to contain "
            + names(rare, view, request);
    int[] givers = Arrays.stream(turns.givers()).map(list -> rare[list]).toArray();
    return likely(view, request, likely, givers)
        .followedBy(
            uncertain,
            uncertain.isEmpty()
                ? reason
                : reason + "; the others nearest to the boundary of a class");
  }

  /** The share of rare classes: their scores are probabilities. */
  private static Selection likely(
      PredictionView view, SampleRequest request, int[] rows, int[] classes) {
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = view.probability(rows[i], classes[i]);
    }
    int[] columns = Arrays.stream(classes).map(view::labelColumn).toArray();
    PickReasons why =
        PickReasons.ofClasses(
            columns, c -> "rare class: most likely to contain " + request.className(c));
    return new Selection(rows, scores, why, "");
  }

  /** The classes with the fewest positives in training, rarest first. */
  private static int[] rarest(PredictionView view, LabelTable labels, int count) {
    int[] positives =
        IntStream.range(0, view.classes())
            .map(c -> labels.count(view.labelColumn(c), LabelTable.PRESENT, false))
            .toArray();
    return IntStream.range(0, positives.length)
        .boxed()
        .sorted(Comparator.comparingInt(c -> positives[c]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The most probable of the rows that have no label for a class. */
  private static int[] mostLikely(PredictionView view, int index, int count) {
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

  private static int[] without(int[] rows, int[] taken) {
    BitSet left = new BitSet();
    Arrays.stream(taken).forEach(left::set);
    return Arrays.stream(rows).filter(row -> !left.get(row)).toArray();
  }

  private static String names(int[] rare, PredictionView view, SampleRequest request) {
    return Arrays.stream(rare)
        .mapToObj(
            c -> {
              int column = view.labelColumn(c);
              int positives = request.labels().count(column, LabelTable.PRESENT, false);
              return request.className(column)
                  + " ("
                  + positives
                  + (positives == 1 ? " positive)" : " positives)");
            })
        .collect(Collectors.joining(", "));
  }
}
