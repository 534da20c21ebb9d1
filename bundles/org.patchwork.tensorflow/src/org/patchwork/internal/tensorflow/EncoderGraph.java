// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
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
 * Builds the graph of an {@link EncoderBuild}: the towers that the objective asks for, one for
 * inference, and one step of the optimiser, after which the target follows.
 */
final class EncoderGraph {
  final Graph graph;
  final Variables variables;
  final List<Variables.Entry> slots;
  final UpdateRule rule;
  final List<Assign<TFloat32>> initializers = new ArrayList<>();
  final Placeholder<TFloat32> views;
  final Placeholder<TFloat32> images;
  final Placeholder<TFloat32> rate;
  final Placeholder<TFloat32> learningRate;
  final Placeholder<TFloat32> targetDecay;
  final List<TrainingMode> modes;
  final Map<String, Operand<TFloat32>> measures = new LinkedHashMap<>();
  final Operand<TFloat32> features;
  final int[] featureShape;
  final NoOp step;

  private final EncoderBuild build;
  private final Ops tf;

  private EncoderGraph(Graph graph, EncoderBuild build) throws TrainingException {
    this.graph = graph;
    this.build = build;
    tf = Ops.create(graph);
    variables = new Variables(tf, build.seed());
    views = placeholder("views", Shapes.of(all(build)));
    images = placeholder("images", Shapes.batchOf(build.imageShape()));
    rate = placeholder("rate", Shape.scalar());
    learningRate = placeholder("learning_rate", Shape.scalar());
    targetDecay = placeholder("target_decay", Shape.scalar());
    rule = UpdateRule.of(build.optimizer(), learningRate);

    Towers towers = new Towers();
    modes = List.of(towers.mode, towers.targetMode);
    EncoderLoss loss = build.objective().build(towers);
    measures.put("loss", scalar("loss", loss.loss()));
    for (Map.Entry<String, Node> measure : loss.measures().entrySet()) {
      measures.put(measure.getKey(), scalar(measure.getKey(), measure.getValue()));
    }
    step = step(towers);
    slots = variables.slots();
    Node maps = encode(GraphNetwork.forInference(tf.withSubScope("inference"), variables), images);
    features = GraphNode.operand(maps);
    featureShape = new int[] {maps.size(1), maps.size(2), maps.size(3)};
  }

  /**
   * Builds the graph; whoever gets it closes it.
   *
   * @throws TrainingException if the parts of the network do not fit together; with TensorFlow's
   *     reason
   */
  static EncoderGraph build(EncoderBuild build) throws TrainingException {
    Graph graph = new Graph();
    EncoderGraph built = null;
    try {
      built = new EncoderGraph(graph, build);
      return built;
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      throw new TrainingException("The encoder cannot be built: " + Messages.firstLine(e), e);
    } finally {
      if (built == null) {
        graph.close();
      }
    }
  }

  private static int[] all(EncoderBuild build) {
    return Shapes.withBatch(build.views() * build.batchSize(), build.imageShape());
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

  private Node encode(Network network, Operand<TFloat32> of) throws TrainingException {
    return encode(network, new GraphNode(of));
  }

  private Node encode(Network network, Node of) throws TrainingException {
    Node maps = build.encoder().build(network, of);
    if (maps.rank() != 4 || maps.size(1) < 1 || maps.size(2) < 1) {
      throw new TrainingException(
          "The encoder gives "
              + Shapes.text(maps.shape())
              + ", but must give feature maps; take larger images or a network with fewer"
              + " reductions.");
    }
    return maps;
  }

  private NoOp step(Towers towers) {
    OptimizerStep optimizer =
        new OptimizerStep(graph, tf, variables, towers.mode, rule, initializers);
    double inLoss = build.optimizer().decaysInLoss() ? build.optimizer().weightDecay() : 0;
    Operand<TFloat32> objective =
        optimizer.decayed(measures.get("loss"), inLoss, entry -> entry.kind() == Kind.KERNEL);
    List<Op> updates =
        new ArrayList<>(
            optimizer.clippedUpdates(
                objective,
                List.copyOf(measures.values()),
                variables.trainable(),
                entry -> rate,
                build.optimizer().clipNorm()));
    updates.addAll(
        towers.averages.updates(
            tf.withSubScope("target").withControlDependencies(updates), targetDecay));
    return tf.withName("step").withControlDependencies(updates).noOp();
  }

  /** Towers in this graph. */
  private final class Towers implements EncoderTowers {
    private final TrainingMode mode = new TrainingMode(build.seed());
    private final TrainingMode targetMode =
        new TrainingMode(new RandomStreams(build.seed()).seedOf("target"));
    private final TeacherWeights averages = new TeacherWeights(variables);
    private final GraphNetwork online =
        GraphNetwork.forTraining(tf.withSubScope("online"), variables, mode);
    private final GraphNetwork target =
        GraphNetwork.forTraining(tf.withSubScope("target"), averages, targetMode);
    private final GraphOps ops = new GraphOps(tf);

    @Override
    public int batchSize() {
      return build.batchSize();
    }

    @Override
    public Node view(int number) {
      if (number < 0 || number >= build.views()) {
        throw new IllegalArgumentException("There is no view " + number + " of " + build.views());
      }
      return ops.slice(new GraphNode(views), 0, number * build.batchSize(), build.batchSize());
    }

    @Override
    public Network online() {
      return online.again();
    }

    @Override
    public Network target() {
      return target.again();
    }

    @Override
    public Node encode(Network network, Node of) throws TrainingException {
      return EncoderGraph.this.encode(network, of);
    }
  }
}
