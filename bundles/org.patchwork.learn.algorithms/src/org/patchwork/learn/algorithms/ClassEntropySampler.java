// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images about whose chosen class the model is least sure: score = h(p_c) in bits. Ties keep
 * table order.
 */
public final class ClassEntropySampler extends PredictionSampler<NoParameters> {
  public ClassEntropySampler() {
    super(true);
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
      scores[i] = (float) BinaryEntropy.bits(view.chosenProbability(rows[i]));
    }
    return Ranking.largest(
        rows, scores, request.count(), images(request, view) + " least sure in the chosen class");
  }
}
