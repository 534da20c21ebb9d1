// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ExtractorBuild;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.UnlabelledBuild;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Builds the graph of a {@link LiveBuild}. All inputs of a step pass the extractor as one batch;
 * what comes out is cut into labelled, weak and strong rows, each with its towers. There are up to
 * two steps: one trains the network, one the extractor as well, with an optimiser of its own.
 */
final class LiveGraph {
  final Graph graph;
  final Variables variables;
  final List<TrainingMode> modes = new ArrayList<>();
  final UpdateRule rule;
  final List<Assign<TFloat32>> initializers = new ArrayList<>();
  final int[] featureShape;
  final List<ExtractorGraph.Weight> extractorWeights;
  final Operand<TFloat32> inputs;
  final Placeholder<TFloat32> targets;
  final Placeholder<TInt32> unlabelledCount;
  final Placeholder<TFloat32> subsets;
  final Placeholder<TFloat32> rate;
  final Placeholder<TFloat32> teacherDecay;
  final Operand<TFloat32> predictions;
  final Operand<TFloat32> trainingLoss;
  final Operand<TFloat32> unlabelledLoss;
  final Operand<TFloat32> inferenceLoss;
  final NoOp step;
  final NoOp extractorStep;

  private final LiveBuild build;
  private final Ops tf;
  private TeacherWeights teacher;

  private LiveGraph(Graph graph, LiveBuild build) throws TrainingException {
    this.graph = graph;
    this.build = build;
    ExtractorGraph extractor = extractorGraph(build);
    boolean trainable = build.extractor().map(ExtractorBuild::trainable).orElse(false);
    extractorWeights = extractor != null && trainable ? extractor.trainable() : List.of();
    if (extractor != null) {
      graph.importGraphDef(extractor.graph(extractorWeights, Map.of()));
    } else if (trainable) {
      throw new TrainingException(
          "This extractor has no weights that gradients can train. Set fine-tune after to -1, or"
              + " use features of a SavedModel.");
    }
    tf = Ops.create(graph);
    variables = new Variables(tf, build.seed());
    rule = UpdateRule.of(build.optimizer());
    modes.add(new TrainingMode(build.seed()));
    targets = placeholder("targets", Shapes.batchOf(build.outputs()));
    rate = placeholder("rate", Shape.scalar());
    teacherDecay = placeholder("teacher_decay", Shape.scalar());
    subsets = placeholder("subsets", Shape.of(-1, -1));
    unlabelledCount =
        tf.withName("unlabelled").placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
    inputs =
        extractor == null
            ? placeholder("inputs", Shapes.batchOf(build.inputShape()))
            : graph.outputOrThrow(ExtractorGraph.IMAGES + ":0").expect(TFloat32.class);
    featureShape =
        build
            .extractor()
            .map(live -> live.extractor().function().outputShape())
            .orElse(build.inputShape());
    Node features = features(extractor);

    Operand<TInt32> labelled = rowCount(targets);
    Node known = build.unlabelled().isEmpty() ? features : rows(features, tf.constant(0), labelled);
    GraphNetwork training =
        GraphNetwork.forTraining(tf.withSubScope("training"), variables, modes.get(0));
    trainingLoss = loss(training, output(training, known));
    GraphNetwork inference = GraphNetwork.forInference(tf.withSubScope("inference"), variables);
    Node output = output(inference, features);
    predictions = GraphNode.operand(output);
    inferenceLoss = loss(inference, output);
    unlabelledLoss = build.unlabelled().isEmpty() ? null : unlabelledLoss(features, labelled);
    adoptExtractor();
    step = step("step", false);
    extractorStep = extractorWeights.isEmpty() ? null : step("extractor_step", true);
  }

  /**
   * Builds the graph; whoever gets it closes it.
   *
   * @throws TrainingException if the parts of the network do not fit together, or the extractor
   *     cannot be part of it
   */
  static LiveGraph build(LiveBuild build) throws TrainingException {
    return GraphBuilder.inNewGraph("The network", graph -> new LiveGraph(graph, build));
  }

  private static ExtractorGraph extractorGraph(LiveBuild build) throws TrainingException {
    if (build.extractor().isEmpty()) {
      return null;
    }
    FeatureExtractor extractor = build.extractor().get().extractor();
    return extractor.function() instanceof SavedModelFunction function
        ? ExtractorGraph.read(extractor, function)
        : null;
  }

  private Placeholder<TFloat32> placeholder(String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Node features(ExtractorGraph extractor) throws TrainingException {
    if (build.extractor().isEmpty()) {
      return new GraphNode(inputs);
    } else if (extractor != null) {
      return shaped(graph.outputOrThrow(extractor.output()).expect(TFloat32.class));
    }
    FeatureExtractor live = build.extractor().get().extractor();
    if (live.function() instanceof GraphFunction function) {
      Ops scope = tf.withSubScope("extractor");
      return function.copyTo(scope, ModelExport.inRange(scope, live, inputs));
    }
    throw new TrainingException(
        "The extractor was made by another engine and cannot be used live; train on stored"
            + " features.");
  }

  private Node shaped(Operand<TFloat32> features) {
    return new GraphNode(tf.reshape(features, tf.constant(Shapes.withBatch(-1, featureShape))));
  }

  private Operand<TInt32> rowCount(Operand<TFloat32> x) {
    Operand<TInt32> first =
        tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return tf.reshape(first, tf.constant(new int[0]));
  }

  private Node rows(Node features, Operand<TInt32> begin, Operand<TInt32> count) {
    List<Operand<TInt32>> begins = new ArrayList<>(List.of(begin));
    List<Operand<TInt32>> sizes = new ArrayList<>(List.of(count));
    for (int i = 1; i < features.rank(); i++) {
      begins.add(tf.constant(0));
      sizes.add(tf.constant(-1));
    }
    return shaped(tf.slice(GraphNode.operand(features), tf.stack(begins), tf.stack(sizes)));
  }

  private Node output(GraphNetwork network, Node features) throws TrainingException {
    Node output = build.output().build(network, build.vector().build(network, features));
    return RequiredShapes.probabilities(output, build.outputs());
  }

  private Operand<TFloat32> loss(GraphNetwork network, Node output) throws TrainingException {
    return RequiredShapes.number(
        "loss", build.loss().build(network, new GraphNode(targets), output));
  }

  private Operand<TFloat32> unlabelledLoss(Node features, Operand<TInt32> labelled)
      throws TrainingException {
    UnlabelledBuild unlabelled = build.unlabelled().orElseThrow();
    TrainingMode noise = new TrainingMode(new RandomStreams(build.seed()).seedOf("unlabelled"));
    modes.add(noise);
    teacher = unlabelled.teacherDecay().isPresent() ? new TeacherWeights(variables) : null;
    Ops scope = tf.withSubScope("unlabelled");
    Node weak = rows(features, labelled, unlabelledCount);
    Node strong =
        unlabelled.strongView()
            ? rows(features, tf.math.add(labelled, unlabelledCount), unlabelledCount)
            : null;
    UnlabelledTowers towers =
        new UnlabelledTowers(
            scope, build, variables, noise, teacher, weak, strong, new GraphNode(subsets));
    GraphNetwork ops = GraphNetwork.forTraining(scope.withSubScope("loss"), variables, noise);
    return RequiredShapes.number("loss on unlabelled images", unlabelled.loss().build(ops, towers));
  }

  private void adoptExtractor() {
    for (ExtractorGraph.Weight weight : extractorWeights) {
      variables.adopt(
          weight,
          new Variable<>(graph.operation(weight.name())),
          graph.outputOrThrow(ExtractorGraph.value(weight.name())).expect(TFloat32.class));
    }
  }

  private NoOp step(String name, boolean withExtractor) {
    Set<String> ofExtractor =
        extractorWeights.stream().map(ExtractorGraph.Weight::name).collect(Collectors.toSet());
    OptimizerStep optimizer =
        new OptimizerStep(graph, tf, variables, modes.get(0), rule, initializers);
    List<Variables.Entry> trained =
        variables.trainable().stream()
            .filter(entry -> withExtractor || !ofExtractor.contains(entry.name()))
            .toList();
    Predicate<Variables.Entry> kernels =
        entry ->
            entry.kind() == Kind.KERNEL
                && (ofExtractor.contains(entry.name()) || build.decayed().test(entry.name()));
    List<Operand<TFloat32>> losses = new ArrayList<>(List.of(trainingLoss));
    if (unlabelledLoss != null) {
      losses.add(unlabelledLoss);
    }
    List<Op> updates =
        new ArrayList<>(
            optimizer.updates(
                objective(), losses, trained, rates(ofExtractor), build.weightDecay(), kernels));
    if (teacher != null) {
      updates.addAll(teacher.updates(tf.withControlDependencies(updates), teacherDecay));
    }
    return tf.withName(name).withControlDependencies(updates).noOp();
  }

  private Operand<TFloat32> objective() {
    if (unlabelledLoss == null) {
      return trainingLoss;
    }
    float weight = (float) build.unlabelled().orElseThrow().weight();
    return tf.math.add(trainingLoss, tf.math.mul(tf.constant(weight), unlabelledLoss));
  }

  private Function<Variables.Entry, Operand<TFloat32>> rates(Set<String> ofExtractor) {
    if (ofExtractor.isEmpty()) {
      return entry -> rate;
    }
    float factor = (float) build.extractor().orElseThrow().rateFactor();
    Operand<TFloat32> slow = tf.math.mul(rate, tf.constant(factor));
    return entry -> ofExtractor.contains(entry.name()) ? slow : rate;
  }

  /** Number of weights of the extractor that can be trained. */
  long extractorParameterCount() {
    return extractorWeights.stream().mapToLong(weight -> weight.values().length).sum();
  }
}
