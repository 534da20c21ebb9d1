// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.util.List;
import java.util.Map;
import org.patchwork.core.Algorithm;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.ShapeNetwork;
import org.patchwork.training.distillation.DistillationSpec;

/**
 * The architecture of a student: an encoder, global average pooling, and the output model that fits
 * the classes, with its default parameters.
 *
 * @param network full id of the encoder
 * @param networkParameters all its parameters by name
 * @param output full id of the output model
 * @param function from images to probabilities
 * @param kernels names of the weights that decay
 */
record StudentNetwork(
    String network,
    Map<String, Object> networkParameters,
    String output,
    NetworkFunction function,
    List<String> kernels) {

  /**
   * Looks a student up and tries it on the shape of its images.
   *
   * @param shape height, width and channels
   * @throws TrainingException if the network does not fit the images; says what to do
   */
  static StudentNetwork of(
      DistillationSpec spec,
      Catalog<EncoderNetwork<?>> networks,
      Algorithms algorithms,
      int classes,
      boolean exclusive,
      int... shape)
      throws TrainingException {
    Contribution<EncoderNetwork<?>> network = networks.require(spec.network());
    Map<String, Object> values = complete(network.instance(), spec.networkParameters());
    Contribution<OutputModel<?>> output =
        algorithms.outputModels().all().stream()
            .filter(model -> model.instance().exclusive() == exclusive)
            .findFirst()
            .orElseThrow(
                () -> new TrainingException("No output model for such classes is installed."));
    NetworkFunction encoder = encoder(network.instance(), values);
    NetworkFunction head = head(output.instance(), classes);
    NetworkFunction function = (tower, images) -> head.build(tower, encoder.build(tower, images));
    return new StudentNetwork(
        network.id(), values, output.id(), function, kernels(function, network.name(), shape));
  }

  private static List<String> kernels(NetworkFunction function, String name, int... shape)
      throws TrainingException {
    try {
      return ShapeNetwork.outline(shape, function).weights().stream()
          .filter(weight -> weight.kind() == Network.Kind.KERNEL)
          .map(ShapeNetwork.Weight::name)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          name
              + " does not fit images of "
              + shape[0]
              + "×"
              + shape[1]
              + " pixels: "
              + e.getMessage()
              + ". Take larger images or a network with fewer reductions.",
          e);
    }
  }

  private static <P extends Record> Map<String, Object> complete(
      Algorithm<P> algorithm, Map<String, Object> given) {
    ParameterSchema<P> schema = ParameterSchema.of(algorithm.parameterType());
    return schema.values(schema.create(given));
  }

  private static <P extends Record> NetworkFunction encoder(
      EncoderNetwork<P> network, Map<String, Object> values) {
    P parameters = ParameterSchema.of(network.parameterType()).create(values);
    return (tower, images) -> pooled(tower, network.build(tower, images, parameters));
  }

  private static Node pooled(Network tower, Node maps) throws TrainingException {
    if (maps.rank() != 4 || maps.size(1) < 1 || maps.size(2) < 1) {
      throw new TrainingException(
          "Nothing is left of the images after all reductions of the network. Take larger images or"
              + " a network with fewer reductions.");
    }
    return tower.mean(maps, false, 1, 2);
  }

  private static <P extends Record> NetworkFunction head(OutputModel<P> model, int classes) {
    P parameters = ParameterSchema.of(model.parameterType()).defaults();
    return (tower, vector) -> model.build(tower, vector, classes, parameters);
  }
}
