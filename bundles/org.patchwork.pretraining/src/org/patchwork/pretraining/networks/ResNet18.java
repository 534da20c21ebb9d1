// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * ResNet-18 without its classifier (He, Zhang, Ren and Sun 2016, table 1): four stages of two basic
 * blocks. Padding is TensorFlow's SAME, which puts an odd pixel behind; the shortcuts of stages are
 * 1×1 convolutions (option B).
 */
public final class ResNet18 implements EncoderNetwork<ResNet18.Parameters> {
  private static final int CHANNELS = 64;

  /** Size of the network. */
  public record Parameters(
      @Param(
              label = "Width multiplier",
              help = "Factor of the channels, which are 64, 128, 256 and 512.",
              min = 0.125,
              max = 4)
          double widthMultiplier,
      @Param(
              label = "Small images",
              help =
                  "Begins with a 3×3 convolution at full size instead of 7×7 and pooling at a"
                      + " quarter, as for images of 32×32 (Chen et al. 2020, appendix B.9).")
          boolean smallImages) {
    public Parameters() {
      this(1, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    int width = Math.max(1, (int) Math.round(CHANNELS * parameters.widthMultiplier()));
    Node x =
        parameters.smallImages()
            ? Blocks.convNormRelu(network, "stem", images, width, 3, 1)
            : network.maxPool(
                Blocks.convNormRelu(network, "stem", images, width, 7, 2), 3, 2, true);
    for (int stage = 0; stage < 4; stage++) {
      String name = "stage" + (stage + 1);
      x = Blocks.residual(network, name + "_block1", x, width << stage, stage == 0 ? 1 : 2);
      x = Blocks.residual(network, name + "_block2", x, width << stage, 1);
    }
    return x;
  }
}
