// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/**
 * Images that probably contain or probably lack the chosen class: draws without replacement with
 * the likelihood of that to the fourth power as weight.
 */
abstract class WeightedSampler extends PredictionSampler<WeightedSampler.Parameters> {
  private final Presence presence;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Power",
              help =
                  "How sharply the chance of an image rises with its probability; 0 draws"
                      + " uniformly, large values draw the most probable ones.",
              min = 0,
              max = 32,
              step = 1)
          double power) {
    public Parameters() {
      this(4);
    }
  }

  WeightedSampler(Presence presence) {
    super(true);
    this.presence = presence;
  }

  @Override
  public final Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  final Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    float[] likelihoods = view.chosenProbabilities();
    for (int i = 0; i < likelihoods.length; i++) {
      likelihoods[i] = presence.likelihood(likelihoods[i]);
    }
    String reason =
        images(request, view)
            + " that probably "
            + presence.verb()
            + " "
            + request.className(request.classIndex());
    Selection selection =
        WeightedRows.draw(view.rows(), likelihoods, parameters.power(), request, reason);
    return Presence.because(selection, "drawn as likely to " + presence.verb() + " ", request);
  }
}
