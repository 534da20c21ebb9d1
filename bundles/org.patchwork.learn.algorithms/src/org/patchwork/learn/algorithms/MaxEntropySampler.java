// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Arrays;
import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images with the most uncertain class: score = maximum over the classes of the binary entropy
 * h(p_c) in bits, or their sum (uncertainty sampling, Lewis and Gale 1994; entropy as in Settles
 * 2009, section 3.1). Ties keep table order.
 */
public final class MaxEntropySampler extends PredictionSampler<MaxEntropySampler.Parameters> {

  /** How the entropies of the classes become one score. */
  public enum Over {
    /** The most uncertain class counts. */
    MAX,
    /** All classes count. */
    SUM
  }

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Over classes",
              help = "Rank images by their most uncertain class, or by the sum over all classes.")
          Over over) {
    public Parameters() {
      this(Over.MAX);
    }
  }

  public MaxEntropySampler() {
    super(false);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    boolean max = parameters.over() == Over.MAX;
    float[] scores = view.scores(max ? MaxEntropySampler::largest : MaxEntropySampler::sum);
    String what = max ? "the most uncertain class" : "most uncertainty";
    Selection selection =
        Ranking.largest(
            view.rows(),
            scores,
            request.count(),
            images(request, view) + " with " + what + " (entropy)");
    return selection.because(Boundary.mostUncertain(view, request, selection.rows()));
  }

  /** Entropy falls with the distance from one half, so it is worked out for the nearest only. */
  private static void largest(PredictionView.Block block, float[] scores) {
    Arrays.fill(scores, 0.5f);
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Math.min(scores[i], Math.abs(p[i] - 0.5f));
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) BinaryEntropy.bits(0.5 - scores[i]);
    }
  }

  private static void sum(PredictionView.Block block, float[] scores) {
    for (int c = 0; c < block.classes(); c++) {
      float[] p = block.probabilities(c);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += (float) BinaryEntropy.bits(p[i]);
      }
    }
  }
}
