// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import org.patchwork.core.Param;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * A distribution over exclusive classes by a softmax, trained with the likelihood of what is known
 * of each image.
 */
public final class SoftmaxOutput implements OutputModel<SoftmaxOutput.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Normalise",
              help =
                  "Scales each vector to length 1 before the output layer; its size then says"
                      + " nothing.")
          boolean normalize) {
    public Parameters() {
      this(false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node vector, int classes, Parameters parameters) {
    return network.softmax(OutputLayer.logits(network, vector, classes, parameters.normalize()));
  }

  @Override
  public Node lastInput(Network network, Node vector, Parameters parameters) {
    return OutputLayer.input(network, vector, parameters.normalize());
  }

  @Override
  public String lossId() {
    return "org.patchwork.learn.algorithms.exclusive";
  }

  @Override
  public Map<String, Object> lossParameters(Parameters parameters) {
    return Map.of();
  }

  @Override
  public boolean exclusive() {
    return true;
  }
}
