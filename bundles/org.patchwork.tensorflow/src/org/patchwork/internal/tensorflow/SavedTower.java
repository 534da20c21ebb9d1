// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.types.TFloat32;

/**
 * The function of a SavedModel once more, node by node, in a graph under construction. Its
 * variables and the constants of its layers are weights of the network, under names that begin with
 * {@value #PREFIX}; batch norm uses the statistics of the batch where the tower is trained so.
 */
final class SavedTower {
  /** What the names of its weights begin with. */
  static final String PREFIX = "saved/";

  private static final int MAP_RANK = 4;

  private final Ops tf;
  private final SavedGraph saved;
  private final Weights weights;
  private final TrainingMode mode;
  private final Map<String, Kind> trained = new HashMap<>();
  private final Map<String, SavedNorms.Norm> norms = new HashMap<>();
  private final Set<String> statistics = new HashSet<>();
  private final Map<String, Output<?>[]> built = new HashMap<>();

  /**
   * A tower.
   *
   * @param averaging true if the moving statistics of its batch norms change in training
   * @param mode of the tower while it is trained, null in inference
   */
  SavedTower(Ops tf, SavedGraph saved, Weights weights, boolean averaging, TrainingMode mode)
      throws TrainingException {
    this.tf = tf;
    this.saved = saved;
    this.weights = weights;
    this.mode = mode;
    for (SavedGraph.Weight weight : saved.trainable(SavedGraphs.OTHERWISE)) {
      trained.put(weight.node(), weight.kind());
    }
    if (averaging) {
      findNorms();
    }
  }

  private void findNorms() {
    SavedNorms finder = new SavedNorms(saved.nodes());
    for (NodeDef node : saved.nodes().values()) {
      Optional<SavedNorms.Norm> found = finder.at(node);
      if (found.isPresent()) {
        norms.put(node.getName(), found.get());
        statistics.add(found.get().mean());
        statistics.add(found.get().variance());
      }
    }
    trained.keySet().removeAll(statistics); // frozen graphs do not always tell them by name
  }

  /** Builds it behind images in the range that the SavedModel takes; gives its output. */
  Operand<TFloat32> build(Operand<TFloat32> images) throws TrainingException {
    // all variables first: a scope looks through the whole graph, so a small one makes it quick
    saved.nodes().keySet().stream().filter(this::isWeight).forEach(this::weight);
    for (NodeDef node : saved.ordered()) {
      SavedNorms.Norm norm = mode == null ? null : norms.get(node.getName());
      if (node.getName().equals(saved.signature().input().operation())) {
        put(node, images.asOutput());
      } else if (isWeight(node.getName())) {
        put(node, weight(node.getName()).asOutput());
      } else if (isRead(node)) {
        put(node, tensor(node.getInput(0)));
      } else if (norm != null && fits(norm)) {
        put(node, norm(norm).asOutput());
      } else {
        built.put(node.getName(), operation(node));
      }
    }
    return tensor(saved.output()).expect(TFloat32.class);
  }

  private void put(NodeDef node, Output<?> value) {
    built.put(node.getName(), new Output<?>[] {value});
  }

  private boolean isWeight(String node) {
    return saved.variable(node).isPresent()
        || trained.containsKey(node)
        || statistics.contains(node);
  }

  private Operand<TFloat32> weight(String node) {
    SavedVariables.Value value = saved.value(saved.nodes().get(node));
    return weights.given(PREFIX + node, trained.get(node), value.values(), value.shape());
  }

  /** Values of variables stand where handles were. */
  private static boolean isRead(NodeDef node) {
    return node.getOp().equals("ReadVariableOp")
        || node.getOp().equals("Identity")
            && node.getAttrOrThrow("T").getType() == DataType.DT_RESOURCE;
  }

  private Output<?> tensor(String name) {
    int colon = name.indexOf(':');
    int number = colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1));
    Output<?>[] outputs = built.get(Nodes.node(name));
    if (number >= outputs.length) {
      throw new IllegalArgumentException(
          "it reads a further output of the batch norm " + name + ", which a trained one has not");
    }
    return outputs[number];
  }

  private boolean fits(SavedNorms.Norm norm) {
    int rank = tensor(norm.input()).shape().numDimensions();
    return rank == MAP_RANK || rank == 2;
  }

  private Operand<TFloat32> norm(SavedNorms.Norm norm) {
    Operand<TFloat32> x = tensor(norm.input()).expect(TFloat32.class);
    int channels = saved.value(saved.nodes().get(norm.mean())).values().length;
    boolean vectors = x.shape().numDimensions() == 2;
    Operand<TFloat32> maps =
        vectors ? tf.reshape(x, tf.constant(new int[] {-1, 1, 1, channels})) : x;
    Operand<TFloat32> none = tf.constant(new float[0]);
    FusedBatchNorm<TFloat32, TFloat32> fused =
        tf.nn.fusedBatchNorm(
            maps,
            norm.scale() == null
                ? filled(channels, 1)
                : tensor(norm.scale()).expect(TFloat32.class),
            norm.offset() == null
                ? filled(channels, 0)
                : tensor(norm.offset()).expect(TFloat32.class),
            none,
            none,
            FusedBatchNorm.epsilon(norm.epsilon()),
            FusedBatchNorm.isTraining(true));
    mode.average(PREFIX + norm.mean(), fused.batchMean());
    mode.average(PREFIX + norm.variance(), fused.batchVariance());
    return vectors ? tf.reshape(fused.y(), tf.constant(new int[] {-1, channels})) : fused.y();
  }

  private Operand<TFloat32> filled(int count, float value) {
    return tf.fill(tf.constant(new int[] {count}), tf.constant(value));
  }

  /** A name that no other node gets, even where one is called as another with a number behind. */
  private String name(NodeDef node) {
    return node.getName().replaceAll("[^A-Za-z0-9_.-]", "_") + "." + built.size();
  }

  private Output<?>[] operation(NodeDef node) throws TrainingException {
    OpDef definition = saved.definition(node);
    OperationBuilder builder = tf.scope().opBuilder(node.getOp(), name(node));
    int next = 0;
    for (OpDef.ArgDef argument : definition.getInputArgList()) {
      if (argument.getNumberAttr().isEmpty() && argument.getTypeListAttr().isEmpty()) {
        builder.addInput(tensor(node.getInput(next++)));
      } else {
        List<Output<?>> list = new ArrayList<>();
        for (int i = OpOutputs.size(argument, node); i > 0; i--) {
          list.add(tensor(node.getInput(next++)));
        }
        builder.addInputList(list.toArray(Output<?>[]::new));
      }
    }
    node.getAttrMap().forEach(builder::setAttr);
    if (node.getOp().startsWith("FusedBatchNorm")) {
      builder.setAttr("is_training", AttrValue.newBuilder().setB(false).build());
    }
    Operation operation = builder.build();
    Output<?>[] outputs = new Output<?>[operation.numOutputs()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = operation.output(i);
    }
    return outputs;
  }
}
