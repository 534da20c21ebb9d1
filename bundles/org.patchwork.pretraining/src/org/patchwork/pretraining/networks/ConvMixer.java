// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * ConvMixer (Trockman and Kolter 2022): patches, then blocks of a residual depthwise and a 1×1
 * convolution, each with GELU (or ReLU) and batch norm.
 */
public final class ConvMixer implements EncoderNetwork<ConvMixer.Parameters> {

  /** Size of the network. */
  public record Parameters(
      @Param(label = "Dimension", help = "Channels throughout.", min = 1, max = 2048) int dimension,
      @Param(label = "Depth", help = "Number of blocks.", min = 1, max = 64) int depth,
      @Param(label = "Kernel", help = "Size of the depthwise kernels.", min = 1, max = 31)
          int kernel,
      @Param(label = "Patch", help = "Pixels of a patch, in both directions.", min = 1, max = 64)
          int patch,
      @Param(label = "ReLU", help = "ReLU in place of GELU, which is slower.") boolean relu) {
    public Parameters() {
      this(64, 4, 9, 7, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    int width = parameters.dimension();
    Node patches = network.conv("patches", images, Convolution.patches(width, parameters.patch()));
    Node x = network.batchNorm("patches_norm", activation(network, patches, parameters));
    for (int block = 1; block <= parameters.depth(); block++) {
      String name = "block" + block;
      Node near = network.depthwiseConv(name + "_spatial", x, parameters.kernel());
      Node spatial = activation(network, near, parameters);
      x = network.add(network.batchNorm(name + "_spatial_norm", spatial), x);
      Node mixed = activation(network, network.conv(name + "_channels", x, width, 1), parameters);
      x = network.batchNorm(name + "_channels_norm", mixed);
    }
    return x;
  }

  private static Node activation(Network network, Node x, Parameters parameters) {
    return parameters.relu() ? network.relu(x) : network.gelu(x);
  }
}
