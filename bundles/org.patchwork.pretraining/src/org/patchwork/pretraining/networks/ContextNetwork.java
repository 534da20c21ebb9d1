// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The encoder of the context encoder (Pathak, Krähenbühl, Donahue, Darrell and Efros 2016): 4×4
 * convolutions, each at half the size and with twice the channels, leaky ReLU of slope 0.2, then
 * batch norm.
 */
public final class ContextNetwork implements EncoderNetwork<ContextNetwork.Parameters> {
  private static final float SLOPE = 0.2f;

  /** Size of the network. */
  public record Parameters(
      @Param(label = "Width", help = "Channels of the first layer.", min = 1, max = 512) int width,
      @Param(label = "Layers", help = "How often the size is halved.", min = 1, max = 8)
          int layers) {
    public Parameters() {
      this(32, 5);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    Node x = images;
    for (int layer = 0; layer < parameters.layers(); layer++) {
      String name = "conv" + (layer + 1);
      Convolution convolution = new Convolution(parameters.width() << layer, 4, 2, true, true);
      Node maps = network.conv(name, x, convolution);
      Node leaky = network.maximum(maps, network.multiply(maps, network.constant(SLOPE)));
      x = network.batchNorm(name + "_norm", leaky);
    }
    return x;
  }
}
