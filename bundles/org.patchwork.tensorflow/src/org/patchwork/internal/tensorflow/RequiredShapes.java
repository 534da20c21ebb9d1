// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Node;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What the parts of a head must give, whoever wrote them. */
final class RequiredShapes {
  private RequiredShapes() {}

  /** The node, if it has a row of as many probabilities for each input. */
  static Node probabilities(Node output, int outputs) throws TrainingException {
    if (output.rank() != 2 || output.size(1) != outputs) {
      throw new TrainingException(
          "The network gives "
              + Shapes.text(output.shape())
              + ", but must give one row of "
              + outputs
              + " probabilities for each input; check the fine-tuning and the output model.");
    }
    return output;
  }

  /** The operand, if it is a single number; {@code what} names it in the message. */
  static Operand<TFloat32> number(String what, Node node) throws TrainingException {
    if (node.rank() != 0) {
      throw new TrainingException(
          "The "
              + what
              + " gives "
              + Shapes.text(node.shape())
              + ", but must give a single number.");
    }
    return GraphNode.operand(node);
  }
}
