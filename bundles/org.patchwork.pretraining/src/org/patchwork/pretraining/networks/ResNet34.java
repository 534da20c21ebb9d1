// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * ResNet-34 without its classifier (He, Zhang, Ren and Sun 2016, table 1): four stages of 3, 4, 6
 * and 3 basic blocks. Padding is TensorFlow's SAME, which puts an odd pixel behind; the shortcuts
 * of stages are 1×1 convolutions (option B).
 */
public final class ResNet34 implements EncoderNetwork<ResNet34.Parameters> {
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
    int width = Blocks.width(parameters.widthMultiplier());
    Node stem = Blocks.stem(network, images, width, parameters.smallImages());
    return Blocks.stages(network, stem, width, 3, 4, 6, 3);
  }
}
