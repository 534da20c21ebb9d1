// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Pools feature maps to vectors; feature vectors pass unchanged. Has no weights, so the output
 * layer does it all.
 */
public final class GlobalPooling implements FineTuningModel<GlobalPooling.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Pooling",
              help =
                  "How a feature map becomes a vector: the maximum or the average of each channel,"
                      + " or all values. Features that are vectors already stay as they are.")
          Pooling pooling) {
    public Parameters() {
      this(Pooling.MAX);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node features, Parameters parameters) {
    return parameters.pooling().apply(network, features);
  }
}
