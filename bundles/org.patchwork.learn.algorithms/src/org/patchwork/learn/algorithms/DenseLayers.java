// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Fully connected layers with ReLU. Each is preceded by dropout, and so is whatever follows the
 * last one. Feature maps are pooled first.
 */
public final class DenseLayers implements FineTuningModel<DenseLayers.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Hidden layers",
              help =
                  "Units of each layer, with commas between: 128 or 256,64. Empty for none, which"
                      + " leaves dropout before the output layer.")
          String hiddenLayers,
      @Param(
              label = "Dropout",
              help = "Share of the values dropped before each layer while training; 0 drops none.",
              min = 0,
              max = 0.95,
              step = 0.05)
          double dropout,
      @Param(label = "Pooling", help = "How feature maps become vectors, before the first layer.")
          Pooling pooling) {
    public Parameters() {
      this("128", 0.2, Pooling.AVERAGE);
    }

    /**
     * Checks the list of layers.
     *
     * @throws IllegalArgumentException with position and cure
     */
    public Parameters {
      LayerList.units(hiddenLayers);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node features, Parameters parameters) {
    Node x = parameters.pooling().apply(network, features);
    int layer = 0;
    for (int units : LayerList.units(parameters.hiddenLayers())) {
      layer++;
      x = network.dropout(x, parameters.dropout());
      x = network.relu(network.dense("dense" + layer, x, units));
    }
    return network.dropout(x, parameters.dropout());
  }
}
