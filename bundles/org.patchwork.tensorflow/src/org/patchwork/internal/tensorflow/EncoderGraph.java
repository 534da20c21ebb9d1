// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderFunction;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Builds the graph of an {@link EncoderBuild}: the towers that the objective asks for, one for
 * inference, and a step for each goal, after which the target follows.
 */
final class EncoderGraph {
  final Graph graph;
  final Variables variables;
  final List<Variables.Entry> slots;
  final EncoderTowersInGraph towers;
  final Placeholder<TFloat32> images;
  final Placeholder<TFloat32> learningRate;
  final Placeholder<TFloat32> targetDecay;
  final List<TrainingMode> modes;
  final Map<String, Operand<TFloat32>> measures = new LinkedHashMap<>();
  final Map<String, Operand<TFloat32>> outputs = new LinkedHashMap<>();
  final Operand<TFloat32> features;
  final int[] featureShape;
  final List<GoalStep> steps = new ArrayList<>();
  final NoOp rehearsal;
  final Map<String, FunctionInGraph> functions = new LinkedHashMap<>();

  private final Ops tf;

  private EncoderGraph(Graph graph, EncoderBuild build) throws TrainingException {
    this.graph = graph;
    tf = Ops.create(graph);
    variables = new Variables(tf, build.seed());
    images = placeholder("images", Shapes.batchOf(build.imageShape()));
    learningRate = placeholder("learning_rate", Shape.scalar());
    targetDecay = placeholder("target_decay", Shape.scalar());

    towers = new EncoderTowersInGraph(build, tf, variables);
    modes = List.of(towers.mode, towers.targetMode);
    EncoderLoss loss = build.objective().build(towers);
    for (EncoderGoal goal : loss.goals()) {
      measures.put(goal.name(), scalar(goal.name(), goal.loss()));
    }
    for (Map.Entry<String, Node> measure : loss.measures().entrySet()) {
      measures.put(measure.getKey(), scalar(measure.getKey(), measure.getValue()));
    }
    loss.outputs().forEach((name, node) -> outputs.put(name, GraphNode.operand(node)));
    List<Assign<TFloat32>> initializers = new ArrayList<>(); // slots are set to 0 as all the rest
    EncoderSteps building =
        new EncoderSteps(
            graph,
            tf,
            build,
            variables,
            towers,
            List.copyOf(measures.values()),
            learningRate,
            targetDecay,
            initializers);
    loss.goals().forEach(goal -> steps.add(building.step(goal)));
    rehearsal = building.rehearsal();
    slots = variables.slots();
    Ops inference = tf.withSubScope("inference");
    Node maps =
        towers.encode(GraphNetwork.forInference(inference, variables), new GraphNode(images));
    features = GraphNode.operand(maps);
    featureShape = new int[] {maps.size(1), maps.size(2), maps.size(3)};
    for (EncoderFunction function : loss.functions()) {
      functions.put(function.name(), function(function, maps));
    }
  }

  /**
   * Builds the graph; whoever gets it closes it.
   *
   * @throws TrainingException if the parts of the network do not fit together; with TensorFlow's
   *     reason
   */
  static EncoderGraph build(EncoderBuild build) throws TrainingException {
    return GraphBuilder.inNewGraph("The encoder", graph -> new EncoderGraph(graph, build));
  }

  /** A function of the loss, and what it is fed with. */
  record FunctionInGraph(
      EncoderFunction function, Placeholder<TFloat32> input, Operand<TFloat32> output) {}

  private FunctionInGraph function(EncoderFunction function, Node maps) throws TrainingException {
    String name = Variables.nodeName(function.name());
    Ops scope = tf.withSubScope("function").withSubScope(name);
    GraphNetwork network = GraphNetwork.forInference(scope, variables);
    if (function.ofImages()) {
      Node output = function.function().build(network, maps);
      return new FunctionInGraph(function, images, GraphNode.operand(output));
    }
    Placeholder<TFloat32> input = placeholder(name, Shapes.batchOf(function.inputShape()));
    Node output = function.function().build(network, new GraphNode(input));
    return new FunctionInGraph(function, input, GraphNode.operand(output));
  }

  private Placeholder<TFloat32> placeholder(String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private static Operand<TFloat32> scalar(String name, Node node) throws TrainingException {
    if (node.rank() != 0) {
      throw new TrainingException(
          "The measure "
              + name
              + " is "
              + Shapes.text(node.shape())
              + ", but must be a single number.");
    }
    return GraphNode.operand(node);
  }
}
