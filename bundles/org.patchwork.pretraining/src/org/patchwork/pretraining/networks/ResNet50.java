// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.core.Param;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * ResNet-50 without its classifier (He, Zhang, Ren and Sun 2016, table 1): four stages of 3, 4, 6
 * and 3 bottlenecks. A stage takes its step in the 3×3 convolution of its first block (Goyal et al.
 * 2017, section 5.1); padding is TensorFlow's SAME, which puts an odd pixel behind.
 *
 * <p>The form of the Python package that Patchwork follows begins without padding and without a
 * norm, and gives every convolution a bias.
 */
public final class ResNet50 implements EncoderNetwork<ResNet50.Parameters> {
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int EXPANSION = 4;

  /** Size of the network. */
  public record Parameters(
      @Param(
              label = "Width multiplier",
              help = "Factor of the channels, which are 256, 512, 1024 and 2048 after the stages.",
              min = 0.125,
              max = 4)
          double widthMultiplier,
      @Param(
              label = "Small images",
              help =
                  "Begins with a 3×3 convolution at full size instead of 7×7 and pooling at a"
                      + " quarter, as for images of 32×32 (Chen et al. 2020, appendix B.9).")
          boolean smallImages,
      @Param(
              label = "Python form",
              help =
                  "Begins unpadded and without a norm and gives convolutions biases, as the Python"
                      + " package does.")
          boolean pythonForm) {
    public Parameters() {
      this(1, false, false);
    }

    public Parameters {
      if (smallImages && pythonForm) {
        throw new IllegalArgumentException(
            "The Python package has no form for small images; choose one of the two.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) {
    int width = Blocks.width(parameters.widthMultiplier());
    boolean biases = parameters.pythonForm();
    Node x =
        biases
            ? network.maxPool(
                network.relu(
                    network.conv("stem", images, new Convolution(width, 7, 2, false, true))),
                3,
                2,
                false)
            : Blocks.stem(network, images, width, parameters.smallImages());
    for (int stage = 0; stage < BLOCKS.length; stage++) {
      for (int block = 1; block <= BLOCKS[stage]; block++) {
        String name = "stage" + (stage + 1) + "_block" + block;
        int step = stage > 0 && block == 1 ? 2 : 1;
        x = bottleneck(new Layers(network, name, biases), x, width << stage, step);
      }
    }
    return x;
  }

  private static Node bottleneck(Layers layers, Node x, int width, int step) {
    Network network = layers.network();
    int outputs = EXPANSION * width;
    Node inner = network.relu(layers.convNorm("_a", x, width, 1, 1));
    inner = network.relu(layers.convNorm("_b", inner, width, 3, step));
    Node outer = layers.convNorm("_c", inner, outputs, 1, 1);
    boolean same = step == 1 && x.size(-1) == outputs;
    Node shortcut = same ? x : layers.convNorm("_shortcut", x, outputs, 1, step);
    return network.relu(network.add(outer, shortcut));
  }

  /** Convolutions of a block, each followed by a norm. */
  private record Layers(Network network, String block, boolean biases) {
    Node convNorm(String name, Node x, int filters, int size, int step) {
      Convolution convolution = new Convolution(filters, size, step, true, biases);
      Node maps = network.conv(block + name, x, convolution);
      return network.batchNorm(block + name + "_norm", maps);
    }
  }
}
