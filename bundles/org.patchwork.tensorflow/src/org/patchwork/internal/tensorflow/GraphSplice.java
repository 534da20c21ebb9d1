// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/**
 * Puts a front before the input of a SavedModel's graph: the input placeholder becomes an identity
 * of what the front computes, and nothing else in the graph, its functions or its checkpoint
 * changes.
 */
final class GraphSplice {
  private final SavedModelFile file;
  private final SavedModelSignature signature;
  private final GraphDef graphDef;
  private final String prefix;

  GraphSplice(SavedModelFile file, SavedModelSignature signature) {
    this.file = file;
    this.signature = signature;
    this.graphDef = file.metaGraph().getGraphDef();
    this.prefix = freePrefix();
  }

  /** A name scope that the SavedModel does not use, even if it was made by this class. */
  String scope(String part) {
    return prefix + part;
  }

  private String freePrefix() {
    String candidate = "patchwork_";
    for (int i = 2; isUsed(candidate); i++) {
      candidate = "patchwork_" + i + "_";
    }
    return candidate;
  }

  private boolean isUsed(String candidate) {
    return graphDef.getNodeList().stream().anyMatch(node -> node.getName().startsWith(candidate));
  }

  /**
   * The joined graph.
   *
   * @param front a graph whose node {@code range} in the scope {@code front} becomes the
   *     SavedModel's input
   * @throws TrainingException if the input is no placeholder
   */
  GraphDef join(GraphDef front) throws TrainingException {
    String input = signature.input().operation();
    GraphDef.Builder joined = graphDef.toBuilder().clearNode().addAllNode(front.getNodeList());
    boolean found = false;
    for (NodeDef node : graphDef.getNodeList()) {
      boolean isInput = node.getName().equals(input) && node.getOp().startsWith("Placeholder");
      joined.addNode(isInput ? identity(node) : node);
      found |= isInput;
    }
    if (!found) {
      throw new TrainingException(
          "The input of the SavedModel in "
              + file.directory()
              + " is not a placeholder, so nothing can be put before"
              + " it. Export the head alone.");
    }
    return joined.build();
  }

  private NodeDef identity(NodeDef placeholder) {
    return NodeDef.newBuilder()
        .setName(placeholder.getName())
        .setOp("Identity")
        .addInput(scope("front") + "/range")
        .putAttr("T", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
        .build();
  }

  /** A float tensor of a graph, by {@code operation:index}. */
  Operand<TFloat32> operand(Graph graph, String tensor) {
    return graph.outputOrThrow(tensor).expect(TFloat32.class);
  }
}
