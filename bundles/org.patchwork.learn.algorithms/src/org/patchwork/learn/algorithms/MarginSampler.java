// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.learn.RowRanking;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images nearest to a decision boundary (Scheffer et al. 2001; Settles 2009, equation 2). With
 * exclusive classes the margin is the difference of the two largest probabilities. With independent
 * classes each class is a decision of its own between present and absent, its margin is |2p − 1|,
 * and the image counts with the smallest margin of the classes not labelled yet, or of all where
 * all are labelled. Ties keep table order.
 */
public final class MarginSampler extends PredictionSampler<NoParameters> {
  public MarginSampler() {
    super(false);
  }

  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, NoParameters parameters) {
    String reason =
        exclusive(view)
            ? " with the smallest margin between the two most probable classes"
            : " nearest to the boundary of a class";
    Selection selection =
        Ranking.smallest(
            view.rows(), scores(view), request.count(), images(request, view) + reason);
    return selection.because(Boundary.reasons(view, request, selection.rows()));
  }

  private static boolean exclusive(PredictionView view) {
    return view.exclusive() && view.classes() > 1;
  }

  /** The margin of each row of the view. */
  float[] scores(PredictionView view) {
    return view.scores(scorer(view));
  }

  /** The margins of some of the rows. */
  float[] scores(PredictionView view, int[] rows) {
    return view.scores(rows, scorer(view));
  }

  /** The rows with the smallest margins, in the order of the table. */
  int[] leastCertain(PredictionView view, int count) {
    int[] rows = RowRanking.smallest(scores(view), count);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = view.rows()[rows[i]];
    }
    Arrays.sort(rows);
    return rows;
  }

  private static PredictionView.Scorer scorer(PredictionView view) {
    return exclusive(view) ? MarginSampler::betweenClasses : MarginSampler::withinClasses;
  }

  private static void betweenClasses(PredictionView.Block block, float[] scores) {
    float[] second = new float[scores.length];
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      for (int i = 0; i < scores.length; i++) {
        second[i] = Math.max(second[i], Math.min(scores[i], p[i]));
        scores[i] = Math.max(scores[i], p[i]);
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] -= second[i];
    }
  }

  private static void withinClasses(PredictionView.Block block, float[] scores) {
    float[] all = new float[scores.length];
    Arrays.fill(all, Float.POSITIVE_INFINITY);
    Arrays.fill(scores, Float.POSITIVE_INFINITY);
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      byte[] labels = block.labels(c);
      for (int i = 0; i < scores.length; i++) {
        float margin = Math.abs(2 * p[i] - 1);
        all[i] = Math.min(all[i], margin);
        scores[i] = labels[i] == LabelTable.UNKNOWN ? Math.min(scores[i], margin) : scores[i];
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores[i] == Float.POSITIVE_INFINITY ? all[i] : scores[i];
    }
  }
}
