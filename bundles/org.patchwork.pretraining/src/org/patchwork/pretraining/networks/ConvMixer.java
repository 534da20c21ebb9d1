// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * ConvMixer (Trockman and Kolter 2022): patches, then blocks of a residual depthwise and a 1×1
 * convolution, each with GELU and batch norm.
 */
public final class ConvMixer implements EncoderNetwork<ConvMixer.Parameters> {

  /** Size of the network. */
  public record Parameters(
      @Param(label = "Dimension", help = "Channels throughout.", min = 1, max = 2048) int dimension,
      @Param(label = "Depth", help = "Number of blocks.", min = 1, max = 64) int depth,
      @Param(label = "Kernel", help = "Size of the depthwise kernels.", min = 1, max = 31)
          int kernel,
      @Param(label = "Patch", help = "Pixels of a patch, in both directions.", min = 1, max = 64)
          int patch) {
    public Parameters() {
      this(64, 4, 9, 7);
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
    Node x = network.batchNorm("patches_norm", network.gelu(patches));
    for (int block = 1; block <= parameters.depth(); block++) {
      String name = "block" + block;
      Node spatial = network.gelu(network.depthwiseConv(name + "_spatial", x, parameters.kernel()));
      x = network.add(network.batchNorm(name + "_spatial_norm", spatial), x);
      Node mixed = network.gelu(network.conv(name + "_channels", x, width, 1));
      x = network.batchNorm(name + "_channels_norm", mixed);
    }
    return x;
  }
}
