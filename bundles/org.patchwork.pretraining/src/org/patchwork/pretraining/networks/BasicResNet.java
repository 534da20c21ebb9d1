// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * A residual network of four stages of basic blocks, without its classifier (He, Zhang, Ren and Sun
 * 2016, table 1). Padding is TensorFlow's SAME, which puts an odd pixel behind; the shortcuts of
 * stages are 1×1 convolutions (option B).
 */
public abstract sealed class BasicResNet implements EncoderNetwork<BasicResNet.Parameters>
    permits ResNet18, ResNet34 {
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

  private final int[] blocks;

  /** A network with so many blocks in each stage. */
  BasicResNet(int... blocks) {
    this.blocks = blocks;
  }

  @Override
  public final Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public final Node build(Network network, Node images, Parameters parameters) {
    int width = Blocks.width(parameters.widthMultiplier());
    Node stem = Blocks.stem(network, images, width, parameters.smallImages());
    return Blocks.stages(network, stem, width, blocks);
  }
}
