// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

/** Tries whether gradients reach the weights of a SavedModel, and names the operation if not. */
record TrainableCheck(SavedGraph saved) {
  private static final Set<String> CONTROL =
      Set.of(
          "While",
          "StatelessWhile",
          "If",
          "StatelessIf",
          "Case",
          "StatelessCase",
          "Enter",
          "Exit",
          "Switch",
          "Merge",
          "NextIteration",
          "LoopCond",
          "For",
          "PyFunc",
          "EagerPyFunc");
  private static final Pattern TABLE = Pattern.compile("LookupTable|HashTable|InitializeTable");
  private static final Pattern NO_GRADIENT =
      Pattern.compile("No gradient defined for op: ?([A-Za-z0-9_]+)");

  /**
   * Tries it.
   *
   * @throws TrainingException if there is nothing to train, or no way to
   */
  void run() throws TrainingException {
    for (NodeDef node : saved.nodes().values()) {
      if (CONTROL.contains(node.getOp())) {
        throw refused(
            node.getOp(),
            "branches or loops (node " + node.getName() + "), which cannot be trained through",
            null);
      } else if (TABLE.matcher(node.getOp()).find()) {
        throw refused(
            node.getOp(), "a table that is looked up (node " + node.getName() + ")", null);
      }
    }
    List<SavedGraph.Weight> weights = saved.trainable(SavedGraphs.OTHERWISE);
    try (Graph graph = new Graph()) {
      differentiate(graph, weights);
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      Matcher found = NO_GRADIENT.matcher(String.valueOf(e.getMessage()));
      throw found.find()
          ? refused(found.group(1), "an operation without a gradient", e)
          : new TrainingException(
              "The SavedModel in "
                  + saved.file().directory()
                  + " cannot be built into a network: "
                  + Messages.firstLine(e)
                  + ". "
                  + SavedGraphs.OTHERWISE,
              e);
    }
  }

  private void differentiate(Graph graph, List<SavedGraph.Weight> weights)
      throws TrainingException {
    Ops tf = Ops.create(graph);
    Variables variables = new Variables(tf, 0);
    int[] shape = saved.signature().input().shape();
    Operand<TFloat32> images =
        shape == null
            ? tf.placeholder(TFloat32.class)
            : tf.placeholder(TFloat32.class, Placeholder.shape(Shapes.of(shape)));
    Operand<TFloat32> output =
        new SavedTower(tf.withSubScope("try"), saved, variables, false, null).build(images);
    List<Output<?>> values = new ArrayList<>();
    for (SavedGraph.Weight weight : weights) {
      values.add(variables.get(SavedTower.PREFIX + weight.node()).value().asOutput());
    }
    Output<?>[] gradients = graph.addGradients(output.asOutput(), values.toArray(Output<?>[]::new));
    for (Output<?> gradient : gradients) {
      if (gradient != null) {
        return;
      }
    }
    throw new TrainingException(
        "No gradient reaches the weights of the SavedModel in "
            + saved.file().directory()
            + ". Export it as it is trained, without rounding or stopped gradients. "
            + SavedGraphs.OTHERWISE);
  }

  private TrainingException refused(String operation, String what, Exception cause) {
    return new TrainingException(
        "The SavedModel in "
            + saved.file().directory()
            + " has "
            + what
            + ": "
            + operation
            + ". Export the part of the model from images to feature maps without it. "
            + SavedGraphs.OTHERWISE,
        cause);
  }
}
