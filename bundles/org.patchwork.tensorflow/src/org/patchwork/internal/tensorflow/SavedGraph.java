// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;

/**
 * The function of a SavedModel without function calls, with the values it was saved with. It is
 * what a network is made of that goes on from a SavedModel: {@link ExtractorGraph} puts it behind
 * the images of a head, {@link SavedTower} into an encoder.
 */
final class SavedGraph {
  /**
   * A weight that can be trained.
   *
   * @param node its node
   * @param kind what it is for
   * @param shape its shape
   * @param values as they were saved
   */
  record Weight(String node, Kind kind, int[] shape, float[] values) {}

  private final SavedModelFile file;
  private final SavedModelSignature signature;
  private final OpOutputs operations = new OpOutputs();
  private final Map<String, NodeDef> nodes;
  private final String output;
  private final Map<String, SavedVariables.Value> variables;

  private SavedGraph(SavedModelFile file, SavedModelSignature signature) throws TrainingException {
    this.file = file;
    this.signature = signature;
    if (signature.input().batch() > 0) {
      throw new TrainingException(
          "The SavedModel in "
              + file.directory()
              + " takes only batches of "
              + signature.input().batch()
              + ". Export it for batches of any size to use it inside another network.");
    }
    try {
      FlatGraph flat = new FlatGraph(file.metaGraph().getGraphDef(), operations);
      this.output = flat.resolveTop(signature.output().tensor());
      this.nodes = flat.needed(signature.output().tensor());
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "The SavedModel in "
              + file.directory()
              + " cannot be taken apart: "
              + e.getMessage()
              + ".",
          e);
    }
    this.variables =
        SavedVariables.read(
            file.directory(),
            nodes.values().stream()
                .filter(node -> SavedVariables.OPERATIONS.contains(node.getOp()))
                .toList());
  }

  /**
   * Reads the function that a signature calls.
   *
   * @throws TrainingException if it cannot be used inside another network; says why
   */
  static SavedGraph read(SavedModelFile file, SavedModelSignature signature)
      throws TrainingException {
    return new SavedGraph(file, signature);
  }

  SavedModelFile file() {
    return file;
  }

  SavedModelSignature signature() {
    return signature;
  }

  /** The nodes that the output needs, in no order. */
  Map<String, NodeDef> nodes() {
    return nodes;
  }

  /**
   * The same nodes, each behind those that it reads.
   *
   * @throws TrainingException if there is a loop
   */
  List<NodeDef> ordered() throws TrainingException {
    Map<String, NodeDef> done = new LinkedHashMap<>();
    Set<String> entered = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(Nodes.node(output)));
    while (!open.isEmpty()) {
      NodeDef node = nodes.get(open.peek());
      List<String> waiting =
          node.getInputList().stream()
              .map(Nodes::node)
              .filter(input -> !done.containsKey(input))
              .toList();
      if (waiting.isEmpty()) {
        done.putIfAbsent(open.pop(), node);
      } else if (entered.add(node.getName())) {
        waiting.forEach(open::push);
      } else {
        throw new TrainingException(
            "The SavedModel in " + file.directory() + " has a loop at " + node.getName() + ".");
      }
    }
    return List.copyOf(done.values());
  }

  /** The tensor of the output. */
  String output() {
    return output;
  }

  /**
   * Inputs, outputs and attributes of the operation of a node.
   *
   * @throws TrainingException if the native library does not know it
   */
  OpDef definition(NodeDef node) throws TrainingException {
    try {
      return operations.definition(node.getOp());
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "The SavedModel in "
              + file.directory()
              + " needs an operation that this version of TensorFlow does not have: "
              + node.getOp()
              + ". Export it with an older version of TensorFlow.",
          e);
    }
  }

  /** The value that a variable was saved with; empty for any other node. */
  Optional<SavedVariables.Value> variable(String node) {
    return Optional.ofNullable(variables.get(node));
  }

  /** The value of a variable or of a constant of float32. */
  SavedVariables.Value value(NodeDef node) {
    SavedVariables.Value variable = variables.get(node.getName());
    if (variable != null) {
      return variable;
    }
    TensorProto tensor = node.getAttrOrThrow("value").getTensor();
    return new SavedVariables.Value(Nodes.shape(tensor), Nodes.floats(tensor));
  }

  /**
   * Refuses images of other sizes than those that the SavedModel takes.
   *
   * @param shape with the batch
   */
  void requireImages(int... shape) throws TrainingException {
    int[] own = signature.input().rowShape();
    boolean fits = own == null || own.length == shape.length - 1;
    for (int i = 0; fits && own != null && i < own.length; i++) {
      fits = own[i] < 0 || own[i] == shape[i + 1];
    }
    if (!fits) {
      throw new TrainingException(
          "The SavedModel in "
              + file.directory()
              + " takes images of "
              + Shapes.text(own)
              + " (height, width, channels), not of "
              + Shapes.text(Arrays.copyOfRange(shape, 1, shape.length))
              + ". Set size and channels of the run to what it takes; for a method with smaller"
              + " views, or another size, export it with the input shape (None, None, channels).");
    }
  }

  /**
   * The weights that can be trained.
   *
   * @param otherwise what to do if they cannot, a sentence
   * @throws TrainingException if there are none, or a gradient would be wrong
   */
  List<Weight> trainable(String otherwise) throws TrainingException {
    checkGradients(otherwise);
    ExtractorRoles roles = new ExtractorRoles(nodes);
    Predicate<String> frozen = SavedVariables.frozen(file);
    List<Weight> weights = new ArrayList<>();
    for (NodeDef node : nodes.values()) {
      boolean variable = variables.containsKey(node.getName());
      Optional<Kind> kind =
          variable || isWeightLike(node) ? roles.role(node.getName(), variable) : Optional.empty();
      if (kind.isPresent() && !frozen.test(node.getName())) {
        SavedVariables.Value value = value(node);
        weights.add(new Weight(node.getName(), kind.get(), value.shape(), value.values()));
      }
    }
    if (weights.isEmpty()) {
      throw new TrainingException(
          "The SavedModel in "
              + file.directory()
              + " has no weights that can be trained: they were saved as not trainable, or are not"
              + " those of layers. Export it with trainable weights. "
              + otherwise);
    }
    return weights;
  }

  static boolean isWeightLike(NodeDef node) {
    return node.getOp().equals("Const")
        && node.getAttrOrThrow("dtype").getType() == DataType.DT_FLOAT
        && node.getAttrOrThrow("value").getTensor().getTensorShape().getDimCount() > 0;
  }

  /**
   * Makes sure that gradients through the graph are right.
   *
   * @param otherwise what to do if they are not, a sentence
   * @throws TrainingException if it has dilated convolutions in one operation, whose gradients
   *     TensorFlow gets wrong without a message
   */
  void checkGradients(String otherwise) throws TrainingException {
    for (NodeDef node : nodes.values()) {
      AttrValue dilations = node.getAttrMap().get("dilations");
      if (dilations != null
          && dilations.getList().getIList().stream().anyMatch(dilation -> dilation != 1)) {
        throw new TrainingException(
            "The SavedModel in "
                + file.directory()
                + " has dilated convolutions ("
                + node.getName()
                + "), whose gradients this engine gets wrong. "
                + otherwise);
      }
    }
  }
}
