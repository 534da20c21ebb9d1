// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/**
 * The inner feature maps of a network. A layer ends where the next convolution reads: whatever
 * operations norms and activations are made of, its output is what a convolution gets, before any
 * pooling, or what is left at the end, before maps become vectors. What is done to the image before
 * the first convolution is no layer.
 */
final class InnerLayers {
  private static final Set<String> CONVOLUTIONS = Set.of("Conv2D", "DepthwiseConv2dNative");

  /** Operations that are no end of a layer: what matters is what they read. */
  private static final Set<String> PASSES =
      Set.of(
          "Identity",
          "StopGradient",
          "Pad",
          "PadV2",
          "MirrorPad",
          "SpaceToBatchND",
          "MaxPool",
          "MaxPoolV2",
          "AvgPool",
          "Mean",
          "Max");

  private static final Pattern NUMBERS = Pattern.compile("\\s*-?\\d+\\s*(,\\s*-?\\d+\\s*)*");
  private static final int MAP_RANK = 4;

  /**
   * A feature map.
   *
   * @param name name of its node, without the prefix that all have in common
   * @param tensor name of its tensor
   * @param height in cells
   * @param width in cells
   * @param channels number of channels
   */
  record Layer(String name, String tensor, int height, int width, int channels) {}

  private final String prefix;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
  private final Map<String, Layer> maps = new LinkedHashMap<>();
  private final Set<String> fourDimensional = new HashSet<>();
  private final Set<String> convolved = new HashSet<>();
  private final String images;

  /**
   * Finds the feature maps of a graph.
   *
   * @param definition the graph as it is stored
   * @param graph the same graph, imported
   * @param images name of the node behind which the network begins
   * @param prefix what the names of its nodes begin with
   */
  InnerLayers(GraphDef definition, Graph graph, String images, String prefix) {
    this.images = images;
    this.prefix = prefix;
    definition.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    graph.operations().forEachRemaining(this::look); // each after those that it reads
  }

  private void look(GraphOperation operation) {
    NodeDef node = nodes.get(operation.name());
    if (node == null || operation.numOutputs() == 0) {
      return;
    }
    String name = operation.name();
    if (CONVOLUTIONS.contains(node.getOp())
        || node.getInputList().stream().map(Nodes::node).anyMatch(convolved::contains)) {
      convolved.add(name);
    }
    Shape shape = operation.output(0).shape();
    if (!operation.output(0).type().equals(TFloat32.class) || !isMap(shape)) {
      return;
    }
    fourDimensional.add(name);
    if (convolved.contains(name) && name.startsWith(prefix) && !PASSES.contains(node.getOp())) {
      maps.put(
          name,
          new Layer(
              name.substring(prefix.length()),
              name + ":0",
              (int) shape.get(1),
              (int) shape.get(2),
              (int) shape.get(3)));
    }
  }

  private static boolean isMap(Shape shape) {
    return !shape.isUnknown()
        && shape.numDimensions() == MAP_RANK
        && shape.get(0) < 0
        && shape.get(1) > 0
        && shape.get(2) > 0
        && shape.get(3) > 0;
  }

  /** The outputs of the layers, in the order in which they are computed. */
  List<Layer> all() {
    Set<String> ends = new LinkedHashSet<>();
    for (NodeDef node : nodes.values()) {
      boolean convolution = CONVOLUTIONS.contains(node.getOp());
      for (int i = 0; i < (convolution ? 1 : node.getInputCount()); i++) {
        String source = source(node.getInput(i));
        if (maps.containsKey(source) && (convolution || leavesMaps(node))) {
          ends.add(source);
        }
      }
    }
    return maps.values().stream().filter(map -> ends.contains(prefix + map.name())).toList();
  }

  /** True if the node makes something else of a feature map, and not only asks for its shape. */
  private boolean leavesMaps(NodeDef node) {
    return !fourDimensional.contains(node.getName()) && !node.getOp().equals("Shape");
  }

  /** The node that a tensor comes from, past what is no end of a layer. */
  private String source(String tensor) {
    String name = Nodes.node(tensor);
    NodeDef node = nodes.get(name);
    while (node != null
        && !name.equals(images)
        && PASSES.contains(node.getOp())
        && node.getInputCount() > 0) {
      name = Nodes.node(node.getInput(0));
      node = nodes.get(name);
    }
    return name;
  }

  /**
   * Chooses layers.
   *
   * @param choice {@code scales}, {@code all}, numbers with commas between, or a regular expression
   *     searched in the names of all feature maps
   * @throws TrainingException if that chooses none; says what there is
   */
  List<Layer> choose(String choice) throws TrainingException {
    List<Layer> all = all();
    if (all.isEmpty()) {
      throw new TrainingException(
          "The model has no inner feature maps of a known size. Use its output, as features of a"
              + " SavedModel.");
    }
    String wanted = choice.strip();
    if (wanted.equals("all")) {
      return all;
    } else if (wanted.equals("scales")) {
      return scales(all);
    } else if (NUMBERS.matcher(wanted).matches()) {
      return numbered(all, wanted);
    }
    return named(all, wanted);
  }

  /** The last layer of each resolution. */
  private static List<Layer> scales(List<Layer> all) {
    Map<String, Layer> last = new LinkedHashMap<>();
    for (Layer layer : all) {
      String size = layer.height() + "×" + layer.width();
      last.remove(size);
      last.put(size, layer);
    }
    return List.copyOf(last.values());
  }

  private static List<Layer> numbered(List<Layer> all, String numbers) throws TrainingException {
    Set<Layer> chosen = new LinkedHashSet<>();
    for (String text : numbers.split(",")) {
      int number = Integer.parseInt(text.strip());
      int index = number < 0 ? all.size() + number : number;
      if (index < 0 || index >= all.size()) {
        throw new TrainingException(
            "There is no layer "
                + number
                + "; the model has "
                + all.size()
                + ", numbered 0 to "
                + (all.size() - 1)
                + " or -"
                + all.size()
                + " to -1.");
      }
      chosen.add(all.get(index));
    }
    return List.copyOf(chosen);
  }

  private List<Layer> named(List<Layer> all, String expression) throws TrainingException {
    List<Layer> chosen = new ArrayList<>();
    try {
      Pattern pattern = Pattern.compile(expression);
      maps.values().stream().filter(map -> pattern.matcher(map.name()).find()).forEach(chosen::add);
    } catch (PatternSyntaxException e) {
      throw new TrainingException(
          "Layers (layers) is \""
              + expression
              + "\", which is no regular expression: "
              + e.getDescription()
              + " near index "
              + e.getIndex()
              + ".",
          e);
    }
    if (chosen.isEmpty() || expression.isEmpty()) {
      throw new TrainingException(
          "No layer has a name with \""
              + expression
              + "\" in it. There are "
              + all.stream().map(Layer::name).collect(Collectors.joining(", "))
              + ".");
    }
    return chosen;
  }
}
