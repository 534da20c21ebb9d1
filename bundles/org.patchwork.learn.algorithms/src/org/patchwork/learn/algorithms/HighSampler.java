// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Selection;

/** Images that probably contain the chosen class: draws without replacement with weight p⁴. */
public final class HighSampler extends PredictionSampler<HighSampler.Parameters> {

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

  public HighSampler() {
    super(true);
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  Selection choose(PredictionView view, SampleRequest request, Parameters parameters) {
    int[] rows = view.rows();
    double[] probabilities = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] = view.chosenProbability(rows[i]);
    }
    return WeightedRows.draw(
        rows,
        probabilities,
        parameters.power(),
        request,
        images(request, view) + " that probably contain the chosen class");
  }
}
