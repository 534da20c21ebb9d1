// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.NoParameters;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * The images with the most extreme probability of the chosen class, most extreme first. The score
 * is the probability; ties keep table order.
 */
abstract class ExtremeSampler extends PredictionSampler<NoParameters> {
  private final Presence presence;

  ExtremeSampler(Presence presence) {
    super(true);
    this.presence = presence;
  }

  @Override
  public final Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  final Selection choose(PredictionView view, SampleRequest request, NoParameters parameters) {
    String reason =
        images(request, view)
            + " with the "
            + presence.superlative()
            + " probability of "
            + request.className(request.classIndex());
    float[] probabilities = view.chosenProbabilities();
    Selection selection =
        presence == Presence.PRESENT
            ? Ranking.largest(view.rows(), probabilities, request.count(), reason)
            : Ranking.smallest(view.rows(), probabilities, request.count(), reason);
    return Presence.because(selection, "most likely to " + presence.verb() + " ", request);
  }
}
