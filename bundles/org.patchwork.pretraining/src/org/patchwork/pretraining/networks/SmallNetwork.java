// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * A residual network for small images and machines without a graphics card: a 3×3 stem at full
 * size, then stages that halve the size, double the channels and have one residual block each.
 */
public final class SmallNetwork implements EncoderNetwork<SmallNetwork.Parameters> {

  /** Size of the network. */
  public record Parameters(
      @Param(
              label = "Width",
              help = "Channels of the stem; each stage has twice as many as the one before it.",
              min = 4,
              max = 256)
          int width,
      @Param(
              label = "Stages",
              help = "How often the size is halved; 3 turns 32×32 pixels into 4×4 vectors.",
              min = 1,
              max = 6)
          int stages) {
    public Parameters() {
      this(16, 3);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    Node x = Blocks.convNormRelu(network, "stem", images, parameters.width(), 3, 1);
    for (int stage = 1; stage <= parameters.stages(); stage++) {
      x = Blocks.residual(network, "stage" + stage, x, parameters.width() << stage, 2);
    }
    return x;
  }
}
