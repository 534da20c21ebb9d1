// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * Inner layers of a SavedModel, pooled and joined, as a graph of constants that can be written as a
 * SavedModel of its own. It takes the same range of pixel values as the first one.
 *
 * @param definition the graph of the first one
 * @param layers the chosen layers
 * @param max true to take the maximum of each channel, false for the mean
 */
public record MultiscaleModel(GraphDef definition, List<InnerLayers.Layer> layers, boolean max) {
  private static final String RANGE = "range";
  private static final String PREFIX = "extractor/";
  private static final String INPUT = "images";

  /**
   * Looks into a SavedModel.
   *
   * @param whole the model as it was saved; read once, not closed
   * @param layers which layers, as the user says it
   * @throws TrainingException if it cannot be taken apart or has no such layers; says what it has
   */
  public static MultiscaleModel of(FeatureExtractor whole, String layers, boolean max)
      throws TrainingException {
    SavedModelFunction function = (SavedModelFunction) whole.function();
    FeatureExtractor plain = new FeatureExtractor(whole.input(), 1, 0, function);
    GraphDef definition = ExtractorGraph.read(plain, function).graph(List.of(), Map.of());
    try (Graph graph = new Graph()) {
      graph.importGraphDef(definition);
      List<InnerLayers.Layer> chosen =
          new InnerLayers(definition, graph, RANGE, PREFIX).choose(layers);
      return new MultiscaleModel(definition, chosen, max);
    } catch (TensorFlowException e) {
      throw new TrainingException(
          "The SavedModel cannot be taken apart: " + Messages.firstLine(e), e);
    }
  }

  /**
   * Writes the SavedModel.
   *
   * @param output name of its output
   */
  public void write(Path directory, String output) throws TrainingException {
    try (Graph graph = new Graph()) {
      graph.importGraphDef(definition);
      Ops tf = Ops.create(graph);
      GraphOps ops = new GraphOps(tf);
      Node joined =
          ops.concat(
              1, layers.stream().map(layer -> pooled(ops, graph, layer)).toArray(Node[]::new));
      new SavedModelWriter(
              graph,
              INPUT,
              graph.outputOrThrow(ExtractorGraph.IMAGES + ":0").expect(TFloat32.class),
              output,
              tf.withName(output).identity(GraphNode.operand(joined)))
          .write(directory, List.of());
    }
  }

  private Node pooled(GraphOps ops, Graph graph, InnerLayers.Layer layer) {
    Node map = new GraphNode(graph.outputOrThrow(layer.tensor()).expect(TFloat32.class));
    return max ? ops.max(map, false, 1, 2) : ops.mean(map, false, 1, 2);
  }
}
