// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.core.LabelTable;
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
    float[] scores =
        view.scores(
            view.exclusive()
                ? LeastConfidenceSampler::mostProbable
                : LeastConfidenceSampler::labelling);
    Selection selection =
        Ranking.smallest(
            view.rows(),
            scores,
            request.count(),
            images(request, view) + " with the least confident answer");
    return selection.because(Boundary.reasons(view, request, selection.rows()));
  }

  private static void mostProbable(PredictionView.Block block, float[] scores) {
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Math.max(scores[i], p[i]);
      }
    }
  }

  private static void labelling(PredictionView.Block block, float[] scores) {
    double[] all = new double[scores.length];
    double[] open = new double[scores.length];
    boolean[] anyOpen = new boolean[scores.length];
    Arrays.fill(all, 1);
    Arrays.fill(open, 1);
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      byte[] labels = block.labels(c);
      for (int i = 0; i < scores.length; i++) {
        double confidence = Math.max(p[i], 1.0 - p[i]);
        all[i] *= confidence;
        if (labels[i] == LabelTable.UNKNOWN) {
          open[i] *= confidence;
          anyOpen[i] = true;
        }
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (anyOpen[i] ? open[i] : all[i]);
    }
  }
}
