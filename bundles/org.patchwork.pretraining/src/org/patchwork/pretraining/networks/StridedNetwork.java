// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * 3×3 convolutions with ReLU, each at half the size and with twice the channels of the one before
 * it, and channel dropout behind: the encoder of a plain autoencoder. Fast, and weaker than {@link
 * SmallNetwork}.
 */
public final class StridedNetwork implements EncoderNetwork<StridedNetwork.Parameters> {

  /** Size of the network. */
  public record Parameters(
      @Param(label = "Width", help = "Channels of the first layer.", min = 1, max = 512) int width,
      @Param(label = "Layers", help = "How often the size is halved.", min = 1, max = 8) int layers,
      @Param(
              label = "Dropout",
              help = "Part of the channels that are dropped behind each layer while it trains.",
              min = 0,
              max = 0.9)
          double dropout) {
    public Parameters() {
      this(32, 4, 0);
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
      Convolution convolution = new Convolution(parameters.width() << layer, 3, 2, true, true);
      x = network.relu(network.conv("conv" + (layer + 1), x, convolution));
      x = network.spatialDropout(x, parameters.dropout());
    }
    return x;
  }
}
