// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.ModelBuild;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * Writes a trained network as SavedModels: its inference tower is built once more, with the weights
 * as constants.
 *
 * @param build how the network is built
 * @param weights its weights by name
 */
record ModelExport(ModelBuild build, Map<String, float[]> weights) {

  /** Features to probabilities. */
  void head(Path directory, List<String> classNames) throws TrainingException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> features = placeholder(tf, "features", build.inputShape());
      new SavedModelWriter(
              graph, "features", features, "probabilities", probabilities(tf, features))
          .write(directory, classNames);
    }
  }

  /** Images in [0, 1] to probabilities. */
  void withExtractor(FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException {
    checkFits(extractor.function());
    switch (extractor.function()) {
      case GraphFunction function -> withFunction(extractor, function, directory, classNames);
      case SavedModelFunction function ->
          withSavedModel(extractor, function, directory, classNames);
      default ->
          throw new TrainingException(
              "The extractor was made by another engine and cannot be exported; export the head"
                  + " alone.");
    }
  }

  private void checkFits(CompiledFunction function) throws TrainingException {
    if (!Arrays.equals(function.outputShape(), build.inputShape())) {
      throw new TrainingException(
          "The extractor gives features of shape "
              + Shapes.text(function.outputShape())
              + ", but the model was trained on "
              + Shapes.text(build.inputShape())
              + ". Export with the extractor of the feature set it was trained on.");
    }
  }

  private void withFunction(
      FeatureExtractor extractor, GraphFunction function, Path directory, List<String> classNames)
      throws TrainingException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> images = images(tf, extractor.input());
      Operand<TFloat32> features =
          GraphNode.operand(function.copyTo(tf, inRange(tf, extractor, images)));
      new SavedModelWriter(graph, "images", images, "probabilities", probabilities(tf, features))
          .write(directory, classNames);
    }
  }

  /**
   * Puts the SavedModel's own graph between the two ends; its variables stay variables, in copies
   * of its files.
   */
  private void withSavedModel(
      FeatureExtractor extractor,
      SavedModelFunction function,
      Path directory,
      List<String> classNames)
      throws TrainingException {
    SavedModelFile file = function.file();
    GraphSplice splice = new GraphSplice(file, function.signature());
    GraphDef front = front(splice, extractor);
    try (Graph graph = new Graph()) {
      graph.importGraphDef(splice.join(front));
      Ops tf = Ops.create(graph).withSubScope(splice.scope("head"));
      Operand<TFloat32> images = splice.operand(graph, splice.scope("front") + "/images:0");
      Operand<TFloat32> output = splice.operand(graph, function.signature().output().tensor());
      Operand<TFloat32> features =
          tf.reshape(output, tf.constant(Shapes.withBatch(-1, build.inputShape())));
      new SavedModelWriter(graph, "images", images, "probabilities", probabilities(tf, features))
          .write(file, directory, classNames);
    }
  }

  /** Images in [0, 1] to probabilities, with the extractor's weights as they were trained. */
  void withTrained(FeatureExtractor extractor, Path directory, List<String> classNames)
      throws TrainingException {
    if (!(extractor.function() instanceof SavedModelFunction function)) {
      throw new TrainingException("Only the extractor of a SavedModel can have been trained.");
    }
    ExtractorGraph trained = ExtractorGraph.read(extractor, function);
    try (Graph graph = new Graph()) {
      graph.importGraphDef(trained.graph(List.of(), weights));
      Ops tf = Ops.create(graph);
      Operand<TFloat32> images =
          graph.outputOrThrow(ExtractorGraph.IMAGES + ":0").expect(TFloat32.class);
      Operand<TFloat32> features =
          tf.reshape(
              graph.outputOrThrow(trained.output()).expect(TFloat32.class),
              tf.constant(Shapes.withBatch(-1, build.inputShape())));
      new SavedModelWriter(graph, "images", images, "probabilities", probabilities(tf, features))
          .write(directory, classNames);
    }
  }

  private static GraphDef front(GraphSplice splice, FeatureExtractor extractor) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph).withSubScope(splice.scope("front"));
      tf.withName("range").identity(inRange(tf, extractor, images(tf, extractor.input())));
      return graph.toGraphDef();
    }
  }

  private static Operand<TFloat32> images(Ops tf, InputSpec input) {
    return placeholder(tf, "images", input.height(), input.width(), input.channels());
  }

  private static Operand<TFloat32> placeholder(Ops tf, String name, int... shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shapes.batchOf(shape)));
  }

  static Operand<TFloat32> inRange(Ops tf, FeatureExtractor extractor, Operand<TFloat32> images) {
    Operand<TFloat32> scaled = tf.math.mul(images, tf.constant((float) extractor.scale()));
    return tf.math.add(scaled, tf.constant((float) extractor.offset()));
  }

  private Operand<TFloat32> probabilities(Ops tf, Operand<TFloat32> features)
      throws TrainingException {
    GraphNetwork network = GraphNetwork.forInference(tf, new FrozenWeights(tf, weights));
    return tf.withName("probabilities")
        .identity(GraphNode.operand(build.model().build(network, new GraphNode(features))));
  }
}
