// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Finds batch norms in inference form, so that training can use the statistics of the batch: the
 * fused operation, and the arithmetic of {@code tf.nn.batch_normalization}, which Keras 3 writes: x
 * · inv + (offset − mean · inv) with inv = scale / √(variance + ε), without scale or offset where a
 * layer has none.
 */
final class SavedNorms {
  private static final Set<String> FUSED =
      Set.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3");
  private static final Set<String> SUMS = Set.of("Add", "AddV2");
  private static final Set<String> READS = Set.of("Identity", "ReadVariableOp");
  private static final float FUSED_EPSILON = 1e-4f;

  /**
   * A batch norm over all but the last dimension.
   *
   * @param input tensor of what is normalised
   * @param scale node that holds the scale, null for 1
   * @param offset node that holds the offset, null for 0
   * @param mean node that holds the moving mean
   * @param variance node that holds the moving variance
   * @param epsilon what is added to the variance
   */
  record Norm(
      String input, String scale, String offset, String mean, String variance, float epsilon) {}

  /** Part of it: scale / √(variance + ε). */
  private record Inverse(String scale, String variance, float epsilon) {}

  private final Map<String, NodeDef> nodes;

  SavedNorms(Map<String, NodeDef> nodes) {
    this.nodes = nodes;
  }

  /** The norm whose result is the first output of a node. */
  Optional<Norm> at(NodeDef node) {
    if (FUSED.contains(node.getOp())) {
      return fused(node);
    } else if (!SUMS.contains(node.getOp()) || node.getInputCount() != 2) {
      return Optional.empty();
    }
    return composed(node.getInput(0), node.getInput(1))
        .or(() -> composed(node.getInput(1), node.getInput(0)));
  }

  private Optional<Norm> fused(NodeDef node) {
    String scale = held(node.getInput(1));
    String offset = held(node.getInput(2));
    String mean = held(node.getInput(3));
    String variance = held(node.getInput(4));
    boolean channelsFirst =
        node.containsAttr("data_format")
            && !node.getAttrOrThrow("data_format").getS().toStringUtf8().equals("NHWC");
    if (scale == null || offset == null || mean == null || variance == null || channelsFirst) {
      return Optional.empty();
    }
    float epsilon =
        node.containsAttr("epsilon") ? node.getAttrOrThrow("epsilon").getF() : FUSED_EPSILON;
    return Optional.of(new Norm(node.getInput(0), scale, offset, mean, variance, epsilon));
  }

  private Optional<Norm> composed(String scaled, String rest) {
    NodeDef product = node(scaled);
    if (product == null || !product.getOp().equals("Mul")) {
      return Optional.empty();
    }
    for (int i = 0; i < 2; i++) {
      String factor = product.getInput(1 - i);
      Inverse inverse = inverse(factor);
      if (inverse != null) {
        Norm norm = around(product.getInput(i), factor, inverse, node(rest));
        if (norm != null) {
          return Optional.of(norm);
        }
      }
    }
    return Optional.empty();
  }

  private Inverse inverse(String tensor) {
    NodeDef node = node(tensor);
    if (node == null) {
      return null;
    } else if (node.getOp().equals("Rsqrt")) {
      return root(node, null);
    } else if (!node.getOp().equals("Mul")) {
      return null;
    }
    for (int i = 0; i < 2; i++) {
      NodeDef root = node(node.getInput(i));
      String scale = held(node.getInput(1 - i));
      if (root != null && root.getOp().equals("Rsqrt") && scale != null) {
        return root(root, scale);
      }
    }
    return null;
  }

  private Inverse root(NodeDef root, String scale) {
    NodeDef sum = node(root.getInput(0));
    if (sum == null || !SUMS.contains(sum.getOp())) {
      return null;
    }
    for (int i = 0; i < 2; i++) {
      String variance = held(sum.getInput(i));
      Float epsilon = scalar(sum.getInput(1 - i));
      if (variance != null && epsilon != null) {
        return new Inverse(scale, variance, epsilon);
      }
    }
    return null;
  }

  /** The norm whose second part, offset − mean · inv or −mean · inv, is this node. */
  private Norm around(String input, String factor, Inverse inverse, NodeDef rest) {
    if (rest == null) {
      return null;
    }
    String mean = null;
    String offset = null;
    if (rest.getOp().equals("Sub")) {
      offset = held(rest.getInput(0));
      mean = held(otherFactor(rest.getInput(1), factor));
      if (offset == null) {
        return null;
      }
    } else if (rest.getOp().equals("Mul")) {
      NodeDef negative = node(otherFactor(rest.getName(), factor));
      mean = negative != null && negative.getOp().equals("Neg") ? held(negative.getInput(0)) : null;
    }
    return mean == null
        ? null
        : new Norm(input, inverse.scale(), offset, mean, inverse.variance(), inverse.epsilon());
  }

  /** What a product multiplies a factor with; null if it is no product of it. */
  private String otherFactor(String product, String factor) {
    NodeDef node = node(product);
    if (node == null || !node.getOp().equals("Mul")) {
      return null;
    }
    List<String> factors = node.getInputList();
    int place = factors.indexOf(factor);
    return place < 0 ? null : factors.get(1 - place);
  }

  /** The variable or constant of one dimension that a tensor is the value of. */
  private String held(String tensor) {
    NodeDef node = node(tensor);
    while (node != null && READS.contains(node.getOp())) {
      node = node(node.getInput(0));
    }
    if (node == null) {
      return null;
    }
    boolean variable = SavedVariables.OPERATIONS.contains(node.getOp());
    boolean constant = SavedGraph.isWeightLike(node);
    return variable || constant ? node.getName() : null;
  }

  private Float scalar(String tensor) {
    NodeDef node = node(tensor);
    if (node == null
        || !node.getOp().equals("Const")
        || node.getAttrOrThrow("dtype").getType() != DataType.DT_FLOAT) {
      return null;
    }
    TensorProto value = node.getAttrOrThrow("value").getTensor();
    return value.getTensorShape().getDimCount() == 0 ? Nodes.floats(value)[0] : null;
  }

  private NodeDef node(String tensor) {
    NodeDef node = tensor == null ? null : nodes.get(Nodes.node(tensor));
    return node;
  }
}
