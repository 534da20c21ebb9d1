// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ModelBuild;
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
import org.tensorflow.types.TFloat32;

/**
 * Builds the graph of a {@link ModelBuild}: a training and an inference tower over shared
 * variables, and one {@link OptimizerStep step of the optimiser}.
 */
final class TrainingGraph {
  final Graph graph;
  final Variables variables;
  final TrainingMode mode;
  final UpdateRule rule;
  final List<Assign<TFloat32>> initializers = new ArrayList<>();
  final Placeholder<TFloat32> inputs;
  final Placeholder<TFloat32> targets;
  final Placeholder<TFloat32> rate;
  final Operand<TFloat32> predictions;
  final Operand<TFloat32> trainingLoss;
  final Operand<TFloat32> inferenceLoss;
  final NoOp step;

  private TrainingGraph(Graph graph, ModelBuild build) throws TrainingException {
    this.graph = graph;
    Ops tf = Ops.create(graph);
    variables = new Variables(tf, build.seed());
    mode = new TrainingMode(build.seed(), (float) build.normMomentum());
    rule = UpdateRule.of(build.optimizer());
    inputs = placeholder(tf, "inputs", Shapes.batchOf(build.inputShape()));
    targets = placeholder(tf, "targets", Shapes.batchOf(build.outputs()));
    rate = placeholder(tf, "rate", Shape.scalar());

    GraphNetwork training = GraphNetwork.forTraining(tf.withSubScope("training"), variables, mode);
    trainingLoss = loss(build, training, output(build, training));
    GraphNetwork inference = GraphNetwork.forInference(tf.withSubScope("inference"), variables);
    Node output = output(build, inference);
    predictions = GraphNode.operand(output);
    inferenceLoss = loss(build, inference, output);
    step = step(tf, build);
  }

  /**
   * Builds the graph; whoever gets it closes it.
   *
   * @throws TrainingException if the parts of the network do not fit together; with TensorFlow's
   *     reason
   */
  static TrainingGraph build(ModelBuild build) throws TrainingException {
    return GraphBuilder.inNewGraph("The network", graph -> new TrainingGraph(graph, build));
  }

  private static Placeholder<TFloat32> placeholder(Ops tf, String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Node output(ModelBuild build, GraphNetwork network) throws TrainingException {
    Node output = build.model().build(network, new GraphNode(inputs));
    return RequiredShapes.probabilities(output, build.outputs());
  }

  private Operand<TFloat32> loss(ModelBuild build, GraphNetwork network, Node output)
      throws TrainingException {
    Node loss = build.loss().build(network, new GraphNode(targets), output);
    return RequiredShapes.number("loss", loss);
  }

  private NoOp step(Ops tf, ModelBuild build) {
    OptimizerStep optimizer = new OptimizerStep(graph, tf, variables, mode, rule, initializers);
    List<Op> updates =
        optimizer.updates(
            trainingLoss,
            List.of(trainingLoss),
            variables.trainable(),
            entry -> rate,
            build.weightDecay(),
            entry -> entry.kind() == Kind.KERNEL && build.decayed().test(entry.name()));
    return tf.withName("step").withControlDependencies(updates).noOp();
  }
}
