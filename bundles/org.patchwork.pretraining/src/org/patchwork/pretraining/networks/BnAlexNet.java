// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The convolutions of AlexNet (Krizhevsky, Sutskever and Hinton 2012) with batch norm in place of
 * local response normalisation, as DeepCluster takes them (Caron, Bojanowski, Joulin and Douze
 * 2018), in one group; a norm follows each ReLU.
 */
public final class BnAlexNet implements EncoderNetwork<BnAlexNet.Parameters> {

  /** Size of the network. */
  public record Parameters(
      @Param(
              label = "Width multiplier",
              help = "Factor of the channels, which are 96, 256, 384, 384 and 256.",
              min = 0.125,
              max = 4)
          double widthMultiplier) {
    public Parameters() {
      this(1);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    Layers layers = new Layers(network, parameters.widthMultiplier());
    Node x = pool(network, layers.next(1, images, 96, 11, 4));
    x = pool(network, layers.next(2, x, 256, 5, 1));
    x = layers.next(3, x, 384, 3, 1);
    x = layers.next(4, x, 384, 3, 1);
    return pool(network, layers.next(5, x, 256, 3, 1));
  }

  private static Node pool(Network network, Node x) {
    return network.maxPool(x, 3, 2, false);
  }

  private record Layers(Network network, double multiplier) {
    Node next(int number, Node x, int filters, int size, int step) {
      int width = Math.max(1, (int) Math.round(filters * multiplier));
      String name = "conv" + number;
      return Blocks.convReluNorm(network, name, x, width, size, step);
    }
  }
}
