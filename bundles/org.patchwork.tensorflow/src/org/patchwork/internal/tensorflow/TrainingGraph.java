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
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Builds the graph of a {@link ModelBuild}: a training and an inference tower over shared
 * variables, and one step of the optimiser.
 *
 * <p>The step is gated: every gradient, the loss and every batch statistic are computed before the
 * first variable changes. Variables are overwritten in place, so without the gate a gradient might
 * read a weight that is new already, and two runs would differ.
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
    mode = new TrainingMode(build.seed());
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
    Graph graph = new Graph();
    TrainingGraph built = null;
    try {
      built = new TrainingGraph(graph, build);
      return built;
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      throw new TrainingException("The network cannot be built: " + Messages.firstLine(e), e);
    } finally {
      if (built == null) {
        graph.close();
      }
    }
  }

  private static Placeholder<TFloat32> placeholder(Ops tf, String name, Shape shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Node output(ModelBuild build, GraphNetwork network) throws TrainingException {
    Node output = build.model().build(network, new GraphNode(inputs));
    if (output.rank() != 2 || output.size(1) != build.outputs()) {
      throw new TrainingException(
          "The network gives "
              + Shapes.text(output.shape())
              + ", but must give one row of "
              + build.outputs()
              + " probabilities for each input; check the fine-tuning and the output model.");
    }
    return output;
  }

  private Operand<TFloat32> loss(ModelBuild build, GraphNetwork network, Node output)
      throws TrainingException {
    Node loss = build.loss().build(network, new GraphNode(targets), output);
    if (loss.rank() != 0) {
      throw new TrainingException(
          "The loss gives " + Shapes.text(loss.shape()) + ", but must give a single number.");
    }
    return GraphNode.operand(loss);
  }

  private NoOp step(Ops tf, ModelBuild build) {
    List<Variables.Entry> trained = variables.trainable();
    List<Operand<TFloat32>> gradients = gradients(tf, objective(tf, build), trained);
    List<Op> gates = new ArrayList<>(gradients);
    gates.add(trainingLoss);
    gates.addAll(mode.statistics());
    Ops gated = tf.withSubScope("update").withControlDependencies(gates);
    List<Op> updates = new ArrayList<>(mode.updates(gated, variables));
    for (int i = 0; i < trained.size(); i++) {
      updates.add(
          rule.update(gated, variables, trained.get(i), gradients.get(i), rate, initializers));
    }
    return tf.withName("step").withControlDependencies(updates).noOp();
  }

  private Operand<TFloat32> objective(Ops tf, ModelBuild build) {
    List<Operand<TFloat32>> terms = new ArrayList<>();
    if (build.weightDecay() > 0) {
      variables.trainable().stream()
          .filter(entry -> entry.kind() == Kind.KERNEL)
          .filter(entry -> build.decayed().test(entry.name()))
          .forEach(entry -> terms.add(tf.nn.l2Loss(entry.value())));
    }
    if (terms.isEmpty()) {
      return trainingLoss;
    }
    Operand<TFloat32> factor = tf.constant((float) build.weightDecay());
    return tf.math.add(trainingLoss, tf.math.mul(factor, tf.math.addN(terms)));
  }

  /**
   * Gradients of the trained variables; one that the objective does not depend on has a zero
   * gradient.
   */
  private List<Operand<TFloat32>> gradients(
      Ops tf, Operand<TFloat32> objective, List<Variables.Entry> trained) {
    Output<?>[] values =
        trained.stream().map(entry -> entry.value().asOutput()).toArray(Output<?>[]::new);
    if (trained.isEmpty()) {
      return List.of();
    }
    Output<?>[] raw = graph.addGradients(objective.asOutput(), values);
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      gradients.add(
          raw[i] == null
              ? tf.zerosLike(trained.get(i).value())
              : tf.identity(raw[i].expect(TFloat32.class)));
    }
    return gradients;
  }
}
