// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

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
    int[] rows = view.rows();
    float[] scores = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = (float) score(view, rows[i], parameters.over());
    }
    String what = parameters.over() == Over.MAX ? "the most uncertain class" : "most uncertainty";
    return Ranking.largest(
        rows, scores, request.count(), images(request, view) + " with " + what + " (entropy)");
  }

  private static double score(PredictionView view, int row, Over over) {
    double score = 0;
    for (int c = 0; c < view.classes(); c++) {
      double bits = BinaryEntropy.bits(view.probability(row, c));
      score = over == Over.MAX ? Math.max(score, bits) : score + bits;
    }
    return score;
  }
}
