// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Shapes;

/**
 * A small convolutional network over feature maps, written down as a comma list, then pooled to a
 * vector. The residual block follows He et al. (2016, "Identity mappings", figure 1b): batch norm,
 * ReLU, convolution, twice, and the input added; without batch norm the two norms are left out.
 */
public final class Convnet implements FineTuningModel<Convnet.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Layers",
              help =
                  "Layers with commas between: a number is a convolution with that many filters, p"
                      + " a 2×2 maximum pooling, d dropout of whole channels, r a residual block.")
          String layers,
      @Param(
              label = "Kernel size",
              help = "Width of the convolutions; an odd number.",
              min = 1,
              max = 7,
              step = 2)
          int kernelSize,
      @Param(
              label = "Batch norm",
              help = "Normalises the output of each convolution (Ioffe and Szegedy 2015).")
          boolean batchNorm,
      @Param(
              label = "Separable",
              help = "Depthwise then 1×1 convolutions, which need fewer weights (Chollet 2017).")
          boolean separable,
      @Param(
              label = "Dropout",
              help =
                  "Share of the channels that each d drops while training; 0 drops none"
                      + " (Tompson et al. 2015).",
              min = 0,
              max = 0.95,
              step = 0.05)
          double dropout,
      @Param(label = "Pooling", help = "How the last feature map becomes a vector.")
          Pooling pooling) {
    public Parameters() {
      this("128,p,d,128", 1, false, false, 0.5, Pooling.MAX);
    }

    /**
     * Checks what a range cannot say.
     *
     * @throws IllegalArgumentException with position and cure for the list of layers
     */
    public Parameters {
      LayerList.layers(layers);
      if (kernelSize % 2 == 0) {
        throw new IllegalArgumentException(
            "Kernel size (kernelSize) is " + kernelSize + ", but must be odd: 1, 3, 5 or 7.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node features, Parameters parameters)
      throws TrainingException {
    if (features.rank() != 4) {
      throw new TrainingException(
          "A convnet needs feature maps [n, height, width, channels], but the features are "
              + Shapes.text(features.shape())
              + ". Choose dense layers or global pooling, or features that keep their map.");
    }
    Builder builder = new Builder(network, parameters);
    Node x = features;
    for (LayerList.Layer layer : LayerList.layers(parameters.layers())) {
      x = builder.add(layer, x);
    }
    return parameters.pooling().apply(network, x);
  }

  /** Numbers the layers while it builds them. */
  private static final class Builder {
    private final Network network;
    private final Parameters parameters;
    private int number;

    Builder(Network network, Parameters parameters) {
      this.network = network;
      this.parameters = parameters;
    }

    Node add(LayerList.Layer layer, Node x) throws TrainingException {
      number++;
      return switch (layer) {
        case LayerList.Layer.Convolution convolution ->
            network.relu(norm(name("conv"), convolve(name("conv"), x, convolution.filters())));
        case LayerList.Layer.MaxPool pool -> pool(x);
        case LayerList.Layer.SpatialDropout dropout ->
            network.spatialDropout(x, parameters.dropout());
        case LayerList.Layer.Residual residual -> residual(x);
      };
    }

    private Node residual(Node x) {
      Node y = network.relu(norm(name("residual") + "a", x));
      y = convolve(name("residual") + "a", y, x.size(-1));
      y = network.relu(norm(name("residual") + "b", y));
      y = convolve(name("residual") + "b", y, x.size(-1));
      return network.add(x, y);
    }

    private Node pool(Node x) throws TrainingException {
      if (x.size(1) == 1 || x.size(2) == 1) {
        throw new TrainingException(
            "Layer "
                + number
                + " (p) cannot halve a feature map of "
                + x.size(1)
                + "×"
                + x.size(2)
                + "; remove this p, or use features with larger maps.");
      }
      return network.maxPool(x);
    }

    private Node convolve(String name, Node x, int filters) {
      return parameters.separable()
          ? network.separableConv(name, x, filters, parameters.kernelSize())
          : network.conv(name, x, filters, parameters.kernelSize());
    }

    private Node norm(String name, Node x) {
      return parameters.batchNorm() ? network.batchNorm(name + "/norm", x) : x;
    }

    private String name(String kind) {
      return kind + number;
    }
  }
}
