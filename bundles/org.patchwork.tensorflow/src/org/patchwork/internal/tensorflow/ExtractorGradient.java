// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.InputGradient;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of a score with respect to the images, through the graph of a SavedModel whose
 * weights are constants. Statistics of batch norm are those that were saved, so that the images of
 * a batch do not see each other and the gradient of the sum is that of each.
 */
public final class ExtractorGradient implements InputGradient {
  private final GraphSession session;
  private final FeedTensor feed;
  private final Operand<TFloat32> images;
  private final Operand<TFloat32> scores;
  private final Output<?> gradients;

  private ExtractorGradient(
      Graph graph,
      InputSpec input,
      Operand<TFloat32> images,
      Operand<TFloat32> scores,
      Output<?> gradients) {
    this.session = new GraphSession(graph);
    this.feed = new FeedTensor(input.height(), input.width(), input.channels());
    this.images = images;
    this.scores = scores;
    this.gradients = gradients;
  }

  /**
   * Builds the gradient.
   *
   * @throws TrainingException if the extractor is no SavedModel, or one without right gradients
   */
  public static ExtractorGradient open(FeatureExtractor extractor, NetworkFunction score)
      throws TrainingException {
    if (!(extractor.function() instanceof SavedModelFunction function)) {
      throw new TrainingException(
          "This extractor has no gradients: only SavedModels have, and what pre-training leaves.");
    }
    ExtractorGraph network = ExtractorGraph.read(extractor, function);
    network.checkGradients();
    Graph graph = new Graph();
    ExtractorGradient built = null;
    try {
      graph.importGraphDef(network.graph(List.of(), Map.of()));
      built = build(graph, extractor, network.output(), score);
      return built;
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      throw new TrainingException(
          "The extractor cannot be differentiated: " + Messages.firstLine(e) + ".", e);
    } finally {
      if (built == null) {
        graph.close();
      }
    }
  }

  private static ExtractorGradient build(
      Graph graph, FeatureExtractor extractor, String output, NetworkFunction score)
      throws TrainingException {
    Ops tf = Ops.create(graph);
    Output<TFloat32> images =
        graph.outputOrThrow(ExtractorGraph.IMAGES + ":0").expect(TFloat32.class);
    int[] shape = Shapes.withBatch(-1, extractor.function().outputShape());
    Operand<TFloat32> features =
        tf.reshape(graph.outputOrThrow(output).expect(TFloat32.class), tf.constant(shape));
    GraphNetwork network = GraphNetwork.forInference(tf, new FrozenWeights(tf, Map.of()));
    Node scores = score.build(network, new GraphNode(features));
    if (scores.rank() != 1) {
      throw new TrainingException(
          "The score gives "
              + Shapes.text(scores.shape())
              + ", but must give one number for each image.");
    }
    Operand<TFloat32> sum = GraphNode.operand(network.sum(scores, false));
    Output<?> gradient = graph.addGradients(sum.asOutput(), new Output<?>[] {images})[0];
    if (gradient == null) {
      throw new TrainingException("The features of this extractor do not depend on the image.");
    }
    return new ExtractorGradient(
        graph, extractor.input(), images, GraphNode.operand(scores), gradient);
  }

  @Override
  public void apply(float[] pixels, int count, float[] values, float[] slopes)
      throws TrainingException {
    Session.Runner runner =
        session.runner().feed(images, feed.fill(pixels, 0, count)).fetch(scores).fetch(gradients);
    try (Result result = GraphSession.run(runner)) {
      NativeBuffer.floats(result.get(0)).get(values, 0, count);
      NativeBuffer.floats(result.get(1)).get(slopes, 0, count * feed.width());
    }
  }

  @Override
  public void close() {
    session.close();
    feed.close();
  }
}
