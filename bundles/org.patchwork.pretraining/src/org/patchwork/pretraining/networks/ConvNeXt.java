// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * ConvNeXt (Liu et al. 2022) in the sizes of both versions, with the global response normalisation
 * of the second (Woo et al. 2023). There is no layer scale, no stochastic depth and no norm at the
 * end.
 */
public final class ConvNeXt implements EncoderNetwork<ConvNeXt.Parameters> {
  private static final float EPSILON = 1e-3f;
  private static final float RESPONSE_EPSILON = 1e-6f;

  /** The sizes of the papers. */
  public enum Size {
    A(40, 2, 6),
    F(48, 2, 6),
    P(64, 2, 6),
    N(80, 2, 8),
    T(96, 3, 9),
    S(96, 3, 27),
    B(128, 3, 27),
    L(192, 3, 27),
    XL(256, 3, 27);

    private final int channels;
    private final int[] blocks;

    Size(int channels, int few, int many) {
      this.channels = channels;
      this.blocks = new int[] {few, few, many, few};
    }
  }

  /** Size of the network. */
  public record Parameters(
      @Param(label = "Size", help = "From atto (3.4 million weights) to extra large.") Size size,
      @Param(
              label = "Response norm",
              help = "Global response normalisation, as in the second version (Woo et al. 2023).")
          boolean responseNorm) {
    public Parameters() {
      this(Size.A, true);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) throws TrainingException {
    Size size = parameters.size();
    Node x = network.conv("stem", images, Convolution.patches(size.channels, 4));
    x = network.layerNorm("stem_norm", x, EPSILON);
    for (int stage = 0; stage < size.blocks.length; stage++) {
      String name = "stage" + (stage + 1);
      if (stage > 0) {
        x = network.layerNorm(name + "_norm", x, EPSILON);
        x = network.conv(name + "_half", x, Convolution.patches(size.channels << stage, 2));
      }
      for (int block = 1; block <= size.blocks[stage]; block++) {
        x = block(network, name + "_block" + block, x, parameters.responseNorm());
      }
    }
    return x;
  }

  private static Node block(Network network, String name, Node x, boolean responseNorm) {
    int channels = x.size(-1);
    Node y = network.depthwiseConv(name + "_spatial", x, 7);
    y = network.layerNorm(name + "_norm", y, EPSILON);
    y = network.gelu(network.conv(name + "_wide", y, 4 * channels, 1));
    if (responseNorm) {
      y = responseNorm(network, name + "_response", y);
    }
    return network.add(x, network.conv(name + "_narrow", y, channels, 1));
  }

  /**
   * Global response normalisation: γ · x · N + β + x, where N is the length of a channel over the
   * image by the mean length of all.
   */
  static Node responseNorm(Network network, String name, Node x) {
    int channels = x.size(-1);
    Node gamma = network.weight(name + "/gamma", Kind.NORM, Init.ZEROS, channels);
    Node beta = network.weight(name + "/beta", Kind.NORM, Init.ZEROS, channels);
    Node squares = network.sum(network.square(x), true, 1, 2);
    // a channel of zeros has length 0, where the root has no slope
    Node length = network.sqrt(network.maximum(squares, network.constant(1e-12f)));
    Node mean = network.add(network.mean(length, true, -1), network.constant(RESPONSE_EPSILON));
    Node scaled = network.multiply(x, network.divide(length, mean));
    return network.add(network.add(network.multiply(gamma, scaled), beta), x);
  }
}
