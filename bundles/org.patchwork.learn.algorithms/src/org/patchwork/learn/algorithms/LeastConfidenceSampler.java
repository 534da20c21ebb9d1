// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images whose most probable labelling is least probable (Culotta and McCallum 2005; Settles
 * 2009, equation 1). With exclusive classes that probability is max p_c. With independent classes
 * it is Π max(p_c, 1 − p_c) over the classes not labelled yet, or over all where all are labelled;
 * with one class this ranks as entropy does. Ties keep table order.
 */
public final class LeastConfidenceSampler extends PredictionSampler<NoParameters> {
  public LeastConfidenceSampler() {
    super(false);
  }

  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, NoParameters parameters) {
    int[] rows = view.rows();
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] =
          (float) (view.exclusive() ? mostProbable(view, rows[i]) : labelling(view, rows[i]));
    }
    return Ranking.smallest(
        rows, scores, request.count(), images(request, view) + " with the least confident answer");
  }

  private static double mostProbable(PredictionView view, int row) {
    double most = 0;
    for (int c = 0; c < view.classes(); c++) {
      most = Math.max(most, view.probability(row, c));
    }
    return most;
  }

  private static double labelling(PredictionView view, int row) {
    double all = 1;
    double open = 1;
    boolean anyOpen = false;
    for (int c = 0; c < view.classes(); c++) {
      double p = view.probability(row, c);
      double confidence = Math.max(p, 1 - p);
      all *= confidence;
      if (view.unknown(row, c)) {
        open *= confidence;
        anyOpen = true;
      }
    }
    return anyOpen ? open : all;
  }
}
