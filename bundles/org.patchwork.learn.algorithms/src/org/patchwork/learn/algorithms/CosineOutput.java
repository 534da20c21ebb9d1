// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.Map;
import org.patchwork.core.Param;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * One independent probability per class by the cosine between a projection of the vector, one per
 * class, and the embedding of the class: sigmoid(scale · cos). How long a vector is says nothing,
 * as in Baseline++ (Chen et al. 2019) and in normalised face recognition (Wang et al. 2017), whose
 * scale is needed: without it probabilities are confined to [.269, .731]. A scale of 1 and two
 * dimensions give the cosine layer of the Python patchwork; more dimensions were measured to be
 * better.
 */
public final class CosineOutput implements OutputModel<CosineOutput.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Scale",
              help =
                  "Factor of the cosine before the sigmoid: how sure the model can be. 10 reaches"
                      + " .99995, 1 only .73.",
              min = 1,
              max = 100)
          double scale,
      @Param(
              label = "Learn the scale",
              help = "Trains one scale for all classes, which starts at this one.")
          boolean learnScale,
      @Param(
              label = "Dimensions",
              help =
                  "Size of the space in which each class compares the image with itself; 2 is that"
                      + " of the Python patchwork.",
              min = 2,
              max = 256)
          int dimensions,
      @Param(
              label = "Label smoothing",
              help =
                  "Trains towards 1 − s/2 and s/2 instead of 1 and 0, which keeps a model from"
                      + " being too sure (Szegedy et al. 2016).",
              min = 0,
              max = 0.25,
              step = 0.05)
          double labelSmoothing) {
    public Parameters() {
      this(10, false, 32, 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Node build(Network network, Node vector, int classes, Parameters parameters) {
    int dimensions = parameters.dimensions();
    Node kernel =
        network.weight(
            "output/kernel",
            Kind.KERNEL,
            Init.GLOROT_UNIFORM,
            vector.size(-1),
            classes * dimensions);
    Node embedding =
        network.weight("output/embedding", Kind.KERNEL, Init.GLOROT_UNIFORM, classes, dimensions);
    Node projected =
        network.reshape(network.matMul(vector, kernel, false), -1, classes, dimensions);
    Node cosine =
        network.sum(
            network.multiply(network.l2Normalize(projected), network.l2Normalize(embedding)),
            false,
            2);
    return network.sigmoid(network.multiply(cosine, scale(network, parameters)));
  }

  private static Node scale(Network network, Parameters parameters) {
    Node scale = network.constant((float) parameters.scale());
    return parameters.learnScale()
        ? network.multiply(scale, network.weight("output/scale", Kind.NORM, Init.ONES, 1))
        : scale;
  }

  @Override
  public String lossId() {
    return "org.patchwork.learn.algorithms.crossentropy";
  }

  @Override
  public Map<String, Object> lossParameters(Parameters parameters) {
    return Map.of("labelSmoothing", parameters.labelSmoothing());
  }
}
