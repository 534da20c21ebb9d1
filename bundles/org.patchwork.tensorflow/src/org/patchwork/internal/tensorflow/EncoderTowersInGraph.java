// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.OwnRule;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Towers, inputs and memories of a loss in the graph of an encoder. */
final class EncoderTowersInGraph implements EncoderTowers {
  final List<Placeholder<TFloat32>> views = new ArrayList<>();
  final Map<String, EncoderInput> inputs = new LinkedHashMap<>();
  final Map<String, GraphMemory> memories = new LinkedHashMap<>();
  final TrainingMode mode;
  final TrainingMode targetMode;
  final TeacherWeights averages;

  private final EncoderBuild build;
  private final Ops tf;
  private final Variables variables;
  private final GraphNetwork online;
  private final GraphNetwork target;
  private final GraphNetwork inference;
  private final RandomStreams random;

  EncoderTowersInGraph(EncoderBuild build, Ops tf, Variables variables) {
    this.build = build;
    this.tf = tf;
    this.variables = variables;
    random = new RandomStreams(build.seed());
    mode = new TrainingMode(build.seed(), TrainingMode.ENCODER_MOMENTUM);
    targetMode = new TrainingMode(random.seedOf("target"), TrainingMode.ENCODER_MOMENTUM);
    averages = new TeacherWeights(variables);
    online = GraphNetwork.forTraining(tf.withSubScope("online"), variables, mode);
    target = GraphNetwork.forTraining(tf.withSubScope("target"), averages, targetMode);
    inference = GraphNetwork.forInference(tf.withSubScope("outputs"), variables);
    for (View view : build.views()) {
      int[] shape = Shapes.withBatch(build.batchSize(), view.shape(build.imageShape()));
      views.add(placeholder("view" + views.size(), shape));
    }
  }

  private Placeholder<TFloat32> placeholder(String name, int[] shape) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shapes.of(shape)));
  }

  @Override
  public int batchSize() {
    return build.batchSize();
  }

  @Override
  public Node view(int number) {
    if (number < 0 || number >= views.size()) {
      throw new IllegalArgumentException("There is no view " + number + " of " + views.size());
    }
    return new GraphNode(views.get(number));
  }

  @Override
  public Node input(String name, int... shape) {
    if (inputs.containsKey(name)) {
      throw new IllegalArgumentException("There are two inputs named " + name);
    }
    int[] whole = Shapes.withBatch(build.batchSize(), shape);
    EncoderInput input =
        new EncoderInput(name, shape.clone(), placeholder(Variables.nodeName(name), whole));
    inputs.put(name, input);
    return new GraphNode(input.placeholder());
  }

  @Override
  public Memory memory(String name, Memory.Start start, int... shape) {
    return remember(name, null, start, null, shape);
  }

  @Override
  public Memory trainedMemory(String name, Memory.Start start, OwnRule rule, int... shape) {
    return remember(name, Kind.KERNEL, start, rule, shape);
  }

  private Memory remember(String name, Kind kind, Memory.Start start, OwnRule rule, int... shape) {
    if (memories.containsKey(name)) {
      throw new IllegalArgumentException("There are two memories named " + name);
    }
    float[] initial = GraphMemory.initial(start, random.stream("memory " + name), shape);
    GraphMemory memory = new GraphMemory(tf, variables.keep(name, kind, initial, shape), rule);
    memories.put(name, memory);
    return memory;
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
  public Network inference() {
    return inference.again();
  }

  @Override
  public Node targetDistance() {
    return new GraphNode(averages.distance(tf));
  }

  @Override
  public Node encode(Network network, Node of) throws TrainingException {
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

  /** What is fed for a further input. */
  record EncoderInput(String name, int[] shape, Placeholder<TFloat32> placeholder) {}
}
