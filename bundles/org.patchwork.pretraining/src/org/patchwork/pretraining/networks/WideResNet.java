// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Wide residual network n-k (Zagoruyko and Komodakis 2016) in the form of the package that
 * Patchwork follows: every group begins with stride 2, the first shortcut of a group is a 3×3
 * convolution with ReLU, and a batch norm follows each sum.
 */
public final class WideResNet implements EncoderNetwork<WideResNet.Parameters> {
  private static final int STEM = 16;
  private static final int GROUPS = 3;

  /** Size of the network. */
  public record Parameters(
      @Param(
              label = "Depth",
              help = "Number of layers: 4 and six for each block of a group, as 16 or 28.",
              min = 10,
              max = 100,
              step = 6)
          int depth,
      @Param(label = "Width", help = "Channels are 16, 32 and 64 times this.", min = 1, max = 20)
          int width,
      @Param(
              label = "Dropout",
              help = "Part of the channels that each block drops while it trains.",
              min = 0,
              max = 0.9)
          double dropout) {
    public Parameters() {
      this(16, 1, 0);
    }

    public Parameters {
      if ((depth - 4) % 6 != 0) {
        throw new IllegalArgumentException(
            "The depth of a wide residual network is 4 and a multiple of 6, as 16, 22 or 28, not "
                + depth
                + ".");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    Node x = conv(network, "stem", images, STEM, 1);
    x = network.relu(network.batchNorm("stem_norm", x));
    int blocks = (parameters.depth() - 4) / 6;
    for (int group = 0; group < GROUPS; group++) {
      int filters = parameters.width() * STEM << group;
      for (int block = 0; block < blocks; block++) {
        String name = "group" + (group + 1) + "_block" + (block + 1);
        x = block(network, name, x, filters, block == 0 ? 2 : 1, parameters.dropout());
      }
    }
    return x;
  }

  private static Node block(
      Network network, String name, Node x, int filters, int stride, double dropout) {
    Node y = network.relu(network.batchNorm(name + "_norm1", x));
    y = conv(network, name + "_conv1", y, filters, stride);
    y = network.spatialDropout(y, dropout);
    y = network.relu(network.batchNorm(name + "_norm2", y));
    y = conv(network, name + "_conv2", y, filters, 1);
    Node shortcut =
        stride == 1 ? x : network.relu(conv(network, name + "_shortcut", x, filters, stride));
    return network.batchNorm(name + "_norm3", network.add(y, shortcut));
  }

  private static Node conv(Network network, String name, Node x, int filters, int stride) {
    return network.conv(name, x, new Convolution(filters, 3, stride, true, true));
  }
}
