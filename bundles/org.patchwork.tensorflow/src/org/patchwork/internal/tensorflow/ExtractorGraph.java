// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.types.TFloat32;

/**
 * The function of a SavedModel as a graph into which a network can be built: from images in [0, 1]
 * to features, without function calls, batch norm in inference form. Its weights are constants, or
 * variables where they are to be trained; everything else keeps the value it was saved with.
 */
final class ExtractorGraph {
  /** Name of the placeholder for the images. */
  static final String IMAGES = "images";

  private static final String PREFIX = "extractor/";
  private static final String RANGE = "range";
  private static final String VALUE = "/value";

  /**
   * A weight that can be trained.
   *
   * @param name of its node, and of its variable in the network
   * @param kind what it is for
   * @param shape its shape
   * @param values as they were saved
   */
  record Weight(String name, Kind kind, int[] shape, float[] values) {}

  private final FeatureExtractor extractor;
  private final SavedModelFunction function;
  private final SavedModelFile file;
  private final Map<String, NodeDef> nodes;
  private final String output;
  private final Map<String, SavedVariables.Value> variables;

  private ExtractorGraph(FeatureExtractor extractor, SavedModelFunction function)
      throws TrainingException {
    this.extractor = extractor;
    this.function = function;
    this.file = function.file();
    if (function.signature().input().batch() > 0) {
      throw new TrainingException(
          "The SavedModel in "
              + directory()
              + " takes only batches of "
              + function.signature().input().batch()
              + ". Export it for batches of any size to use it as a live extractor.");
    }
    try {
      FlatGraph flat = new FlatGraph(file.metaGraph().getGraphDef(), new OpOutputs());
      this.output = flat.resolveTop(function.signature().output().tensor());
      this.nodes = flat.needed(function.signature().output().tensor());
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "The SavedModel in " + directory() + " cannot be taken apart: " + e.getMessage() + ".",
          e);
    }
    this.variables =
        SavedVariables.read(
            directory(),
            nodes.values().stream()
                .filter(node -> SavedVariables.OPERATIONS.contains(node.getOp()))
                .toList());
  }

  /**
   * Reads the graph of a SavedModel.
   *
   * @throws TrainingException if it cannot be used inside another network; says why
   */
  static ExtractorGraph read(FeatureExtractor extractor, SavedModelFunction function)
      throws TrainingException {
    return new ExtractorGraph(extractor, function);
  }

  private Path directory() {
    return file.directory();
  }

  /**
   * The weights that can be trained.
   *
   * @throws TrainingException if there are none, or an operation has no right gradient
   */
  List<Weight> trainable() throws TrainingException {
    ExtractorRoles roles = new ExtractorRoles(nodes);
    Set<String> frozen = SavedVariables.frozen(file);
    List<Weight> weights = new ArrayList<>();
    for (NodeDef node : nodes.values()) {
      checkGradient(node);
      SavedVariables.Value variable = variables.get(node.getName());
      Optional<Kind> kind =
          variable == null && !isWeightLike(node)
              ? Optional.empty()
              : roles.role(node.getName(), variable != null);
      if (kind.isPresent() && !frozen.contains(node.getName())) {
        SavedVariables.Value value = variable == null ? constant(node) : variable;
        weights.add(new Weight(PREFIX + node.getName(), kind.get(), value.shape(), value.values()));
      }
    }
    if (weights.isEmpty()) {
      throw new TrainingException(
          "The extractor in "
              + directory()
              + " has no weights that can be trained: they were saved as not trainable, or are not"
              + " those of layers. Export it with trainable weights, or set fine-tune after to -1.");
    }
    return weights;
  }

  private static boolean isWeightLike(NodeDef node) {
    return node.getOp().equals("Const")
        && node.getAttrOrThrow("dtype").getType() == DataType.DT_FLOAT
        && node.getAttrOrThrow("value").getTensor().getTensorShape().getDimCount() > 0;
  }

  private static SavedVariables.Value constant(NodeDef node) {
    TensorProto tensor = node.getAttrOrThrow("value").getTensor();
    return new SavedVariables.Value(Nodes.shape(tensor), Nodes.floats(tensor));
  }

  /** TensorFlow's gradients of dilated convolutions are wrong, and no message says so. */
  private static boolean hasRightGradient(NodeDef node) {
    AttrValue dilations = node.getAttrMap().get("dilations");
    return dilations == null
        || dilations.getList().getIList().stream().allMatch(dilation -> dilation == 1);
  }

  /**
   * Makes sure that gradients through the graph are right.
   *
   * @throws TrainingException if there is an operation whose gradient is not
   */
  void checkGradients() throws TrainingException {
    if (!nodes.values().stream().allMatch(ExtractorGraph::hasRightGradient)) {
      throw new TrainingException(
          "The extractor in "
              + directory()
              + " has dilated convolutions, whose gradients this engine gets wrong.");
    }
  }

  private void checkGradient(NodeDef node) throws TrainingException {
    if (!hasRightGradient(node)) {
      throw new TrainingException(
          "The extractor in "
              + directory()
              + " has dilated convolutions, which this engine cannot train. Set fine-tune after to"
              + " -1.");
    }
  }

  /**
   * The graph.
   *
   * @param trained weights that become variables
   * @param values values of weights, by name, that take the place of the saved ones
   */
  GraphDef graph(List<Weight> trained, Map<String, float[]> values) {
    Map<String, Weight> byName = new HashMap<>();
    trained.forEach(weight -> byName.put(weight.name(), weight));
    Map<String, NodeDef> all = new LinkedHashMap<>();
    front().getNodeList().forEach(node -> all.put(node.getName(), node));
    for (NodeDef node : nodes.values()) {
      String name = PREFIX + node.getName();
      if (byName.containsKey(name)) {
        all.put(name, Nodes.variable(name, byName.get(name).shape()));
        all.put(name + VALUE, Nodes.identity(name + VALUE, name, DataType.DT_FLOAT));
      } else {
        all.put(name, node(node, name, byName, values.get(name)));
      }
    }
    GraphDef saved = file.metaGraph().getGraphDef();
    GraphDef.Builder graph =
        GraphDef.newBuilder().addAllNode(all.values()).setVersions(saved.getVersions());
    if (nodes.values().stream().anyMatch(ExtractorGraph::callsFunctions)) {
      graph.setLibrary(saved.getLibrary());
    }
    return graph.build();
  }

  /** True for branches and loops, which keep their functions. */
  private static boolean callsFunctions(NodeDef node) {
    return node.getAttrMap().values().stream().anyMatch(AttrValue::hasFunc);
  }

  private NodeDef node(NodeDef node, String name, Map<String, Weight> trained, float[] values) {
    SavedVariables.Value variable = variables.get(node.getName());
    if (variable != null || values != null) {
      SavedVariables.Value saved = variable == null ? constant(node) : variable;
      return Nodes.constant(name, saved.shape(), values == null ? saved.values() : values);
    } else if (node.getName().equals(function.signature().input().operation())) {
      return Nodes.identity(name, RANGE, DataType.DT_FLOAT);
    }
    NodeDef.Builder copy = node.toBuilder().setName(name).clearInput();
    for (String input : node.getInputList()) {
      String renamed = PREFIX + input;
      copy.addInput(trained.containsKey(renamed) ? renamed + VALUE : renamed);
    }
    if (node.getOp().equals("ReadVariableOp")) {
      return Nodes.identity(name, copy.getInput(0), DataType.DT_FLOAT);
    } else if (node.getOp().equals("Identity")
        && node.getAttrOrThrow("T").getType() == DataType.DT_RESOURCE) {
      copy.putAttr("T", Nodes.type(DataType.DT_FLOAT)); // it passes the value on, not the handle
    } else if (node.getOp().startsWith("FusedBatchNorm")) {
      copy.putAttr("is_training", AttrValue.newBuilder().setB(false).build());
    }
    return copy.build();
  }

  /** From images in [0, 1] to the range that the SavedModel takes. */
  private GraphDef front() {
    int[] shape = {
      extractor.input().height(), extractor.input().width(), extractor.input().channels()
    };
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> images =
          tf.withName(IMAGES).placeholder(TFloat32.class, Placeholder.shape(Shapes.batchOf(shape)));
      tf.withName(RANGE).identity(ModelExport.inRange(tf, extractor, images));
      return graph.toGraphDef();
    }
  }

  /** Name of the tensor with the features. */
  String output() {
    return PREFIX + output + (output.contains(":") ? "" : ":0");
  }

  /** Name of the tensor that reads a trained weight. */
  static String value(String weight) {
    return weight + VALUE + ":0";
  }
}
