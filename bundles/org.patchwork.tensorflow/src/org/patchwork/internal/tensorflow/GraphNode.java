// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.learn.network.Node;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A node of a TensorFlow graph.
 *
 * @param operand the value
 */
record GraphNode(Operand<TFloat32> operand) implements Node {

  /**
   * The operand behind a node.
   *
   * @throws IllegalArgumentException if the node was made by another engine
   */
  static Operand<TFloat32> operand(Node node) {
    if (node instanceof GraphNode graphNode) {
      return graphNode.operand();
    }
    throw new IllegalArgumentException("This node was made by another engine: " + node);
  }

  @Override
  public int[] shape() {
    return Shapes.toInts(operand.shape());
  }
}
