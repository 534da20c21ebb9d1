// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import org.patchwork.core.Param;

/** One independent probability per class by a sigmoid, trained with masked binary cross-entropy. */
public final class SigmoidOutput extends IndependentOutput<SigmoidOutput.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Normalise",
              help =
                  "Scales each vector to length 1 before the output layer; its size then says"
                      + " nothing.")
          boolean normalize,
      @Param(
              label = "Label smoothing",
              help =
                  "Trains towards 1 − s/2 and s/2 instead of 1 and 0, which keeps a model from"
                      + " being too sure (Szegedy et al. 2016).",
              min = 0,
              max = 0.25,
              step = 0.05)
          double labelSmoothing) {
    public Parameters() {
      this(false, 0);
    }
  }

  public SigmoidOutput() {
    super(
        Parameters.class,
        "org.patchwork.learn.algorithms.crossentropy",
        Parameters::normalize,
        parameters -> Map.of("labelSmoothing", parameters.labelSmoothing()));
  }
}
