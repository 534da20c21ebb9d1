// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import org.patchwork.core.Param;

/**
 * One independent probability per class by a sigmoid, trained with masked focal loss: for rare
 * classes.
 */
public final class FocalOutput extends IndependentOutput<FocalOutput.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Normalise",
              help =
                  "Scales each vector to length 1 before the output layer; its size then says"
                      + " nothing.")
          boolean normalize,
      @Param(
              label = "Gamma",
              help =
                  "How strongly images that are already right are ignored; 0 is cross-entropy"
                      + " (Lin et al. 2017).",
              min = 0,
              max = 10,
              step = 0.5)
          double gamma) {
    public Parameters() {
      this(false, 2);
    }
  }

  public FocalOutput() {
    super(
        Parameters.class,
        "org.patchwork.learn.algorithms.focal",
        Parameters::normalize,
        parameters -> Map.of("gamma", parameters.gamma()));
  }
}
