// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.proto.NodeDef;

/**
 * Tells from its use in the graph what a value of an extractor is: a kernel, a bias, scale or
 * offset of a normalisation, or nothing that is trained, such as the statistics of a batch norm.
 * Frozen graphs have their weights as constants, so names are of little help.
 */
final class ExtractorRoles {
  private static final Set<String> LAYERS =
      Set.of(
          "Conv2D",
          "DepthwiseConv2dNative",
          "Conv2DBackpropInput",
          "MatMul",
          "BatchMatMul",
          "BatchMatMulV2",
          "BatchMatMulV3",
          "Einsum");
  private static final Set<String> NORMS =
      Set.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3");
  private static final Set<String> SUMS = Set.of("Add", "AddV2");
  private static final Set<String> PASSING =
      Set.of("Identity", "ReadVariableOp", "Reshape", "ExpandDims", "Squeeze", "Cast", "Transpose");
  private static final Pattern STATISTIC =
      Pattern.compile("(moving|running)_?(mean|variance|var|avg|average)|/(mean|variance)$");

  private final Map<String, NodeDef> nodes;
  private final Map<String, List<Use>> uses = new HashMap<>();

  /** A node that reads a value, and as which of its inputs. */
  private record Use(NodeDef reader, int input) {}

  ExtractorRoles(Map<String, NodeDef> nodes) {
    this.nodes = nodes;
    for (NodeDef node : nodes.values()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        uses.computeIfAbsent(Nodes.node(node.getInput(i)), name -> new ArrayList<>())
            .add(new Use(node, i));
      }
    }
  }

  /**
   * What a value is trained as; empty if it is not.
   *
   * @param variable true if it is a variable, of which more is believed than of a constant
   */
  Optional<Kind> role(String name, boolean variable) {
    if (STATISTIC.matcher(name).find()) {
      return Optional.empty();
    }
    Optional<Kind> found = Optional.empty();
    List<Use> open = new ArrayList<>(uses.getOrDefault(name, List.of()));
    for (int i = 0; i < open.size(); i++) { // grows while it is read
      Use use = open.get(i);
      if (PASSING.contains(use.reader().getOp()) && use.input() == 0) {
        open.addAll(uses.getOrDefault(use.reader().getName(), List.of()));
        continue;
      }
      Optional<Kind> kind = role(use, variable);
      if (kind.isEmpty()) {
        return kind; // one use that is not trained is enough
      }
      found = kind;
    }
    return found;
  }

  private Optional<Kind> role(Use use, boolean variable) {
    String op = use.reader().getOp();
    if (LAYERS.contains(op) && use.input() == 1) {
      return Optional.of(Kind.KERNEL);
    } else if (op.equals("BiasAdd") && use.input() == 1) {
      return Optional.of(Kind.BIAS);
    } else if (NORMS.contains(op)) {
      return use.input() == 1 || use.input() == 2 ? Optional.of(Kind.NORM) : Optional.empty();
    } else if (SUMS.contains(op) && comesFromLayer(use.reader().getInput(1 - use.input()))) {
      return Optional.of(Kind.BIAS);
    }
    return variable ? Optional.of(Kind.NORM) : Optional.empty();
  }

  private boolean comesFromLayer(String tensor) {
    NodeDef node = nodes.get(Nodes.node(tensor));
    while (node != null && PASSING.contains(node.getOp())) {
      node = nodes.get(Nodes.node(node.getInput(0)));
    }
    return node != null && LAYERS.contains(node.getOp());
  }
}
