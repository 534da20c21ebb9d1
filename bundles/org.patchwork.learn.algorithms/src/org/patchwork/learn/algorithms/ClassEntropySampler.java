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
    float[] scores = view.chosenProbabilities();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) BinaryEntropy.bits(scores[i]);
    }
    String reason =
        images(request, view) + " least sure about " + request.className(request.classIndex());
    Selection selection = Ranking.largest(view.rows(), scores, request.count(), reason);
    return Presence.because(selection, "least sure about ", request);
  }
}
