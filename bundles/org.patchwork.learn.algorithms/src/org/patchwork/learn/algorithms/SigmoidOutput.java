// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import org.patchwork.core.Param;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** One independent probability per class by a sigmoid, trained with masked binary cross-entropy. */
public final class SigmoidOutput implements OutputModel<SigmoidOutput.Parameters> {

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

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node vector, int classes, Parameters parameters) {
    return network.sigmoid(OutputLayer.logits(network, vector, classes, parameters.normalize()));
  }

  @Override
  public String lossId() {
    return "org.patchwork.learn.algorithms.crossentropy";
  }

  @Override
  public Map<String, Object> lossParameters(Parameters parameters) {
    return Map.of("labelSmoothing", parameters.labelSmoothing());
  }
}
