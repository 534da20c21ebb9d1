// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final SavedGraph saved;

  private ExtractorGraph(FeatureExtractor extractor, SavedGraph saved) {
    this.extractor = extractor;
    this.saved = saved;
  }

  /**
   * Reads the graph of a SavedModel.
   *
   * @throws TrainingException if it cannot be used inside another network; says why
   */
  static ExtractorGraph read(FeatureExtractor extractor, SavedModelFunction function)
      throws TrainingException {
    return new ExtractorGraph(extractor, SavedGraph.read(function.file(), function.signature()));
  }

  /**
   * The weights that can be trained.
   *
   * @throws TrainingException if there are none, or an operation has no right gradient
   */
  List<Weight> trainable() throws TrainingException {
    return saved.trainable("Or set fine-tune after to -1.").stream()
        .map(
            weight ->
                new Weight(PREFIX + weight.node(), weight.kind(), weight.shape(), weight.values()))
        .toList();
  }

  /**
   * Makes sure that gradients through the graph are right.
   *
   * @throws TrainingException if there is an operation whose gradient is not
   */
  void checkGradients() throws TrainingException {
    saved.checkGradients("Take another extractor to look at.");
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
    for (NodeDef node : saved.nodes().values()) {
      String name = PREFIX + node.getName();
      if (byName.containsKey(name)) {
        all.put(name, Nodes.variable(name, byName.get(name).shape()));
        all.put(name + VALUE, Nodes.identity(name + VALUE, name, DataType.DT_FLOAT));
      } else {
        all.put(name, node(node, name, byName, values.get(name)));
      }
    }
    GraphDef source = saved.file().metaGraph().getGraphDef();
    GraphDef.Builder graph =
        GraphDef.newBuilder().addAllNode(all.values()).setVersions(source.getVersions());
    if (saved.nodes().values().stream().anyMatch(ExtractorGraph::callsFunctions)) {
      graph.setLibrary(source.getLibrary());
    }
    return graph.build();
  }

  /** True for branches and loops, which keep their functions. */
  private static boolean callsFunctions(NodeDef node) {
    return node.getAttrMap().values().stream().anyMatch(AttrValue::hasFunc);
  }

  private NodeDef node(NodeDef node, String name, Map<String, Weight> trained, float[] values) {
    if (saved.variable(node.getName()).isPresent() || values != null) {
      SavedVariables.Value value = saved.value(node);
      return Nodes.constant(name, value.shape(), values == null ? value.values() : values);
    } else if (node.getName().equals(saved.signature().input().operation())) {
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
    String output = saved.output();
    return PREFIX + output + (output.contains(":") ? "" : ":0");
  }

  /** Name of the tensor that reads a trained weight. */
  static String value(String weight) {
    return weight + VALUE + ":0";
  }
}
