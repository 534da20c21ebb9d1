// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images with the lowest probability of the chosen class, lowest first. Ties keep table order.
 */
public final class LowestSampler extends PredictionSampler<NoParameters> {
  public LowestSampler() {
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
      scores[i] = view.chosenProbability(rows[i]);
    }
    return Ranking.smallest(
        rows,
        scores,
        request.count(),
        images(request, view) + " with the lowest probability of the chosen class");
  }
}
