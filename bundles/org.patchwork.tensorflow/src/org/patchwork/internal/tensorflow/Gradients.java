// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gradients of a loss in a graph.
 *
 * @param graph the graph
 * @param tf makes operations in it
 * @param variables the variables of the network
 */
record Gradients(Graph graph, Ops tf, Variables variables) {

  /** Gradients of variables; one that the objective does not depend on has a zero gradient. */
  List<Operand<TFloat32>> of(Operand<TFloat32> objective, List<Variables.Entry> trained) {
    Output<?>[] values =
        trained.stream().map(entry -> entry.value().asOutput()).toArray(Output<?>[]::new);
    if (trained.isEmpty()) {
      return List.of();
    }
    Output<?>[] raw = graph.addGradients(objective.asOutput(), values);
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      gradients.add(
          raw[i] == null
              ? tf.zerosLike(trained.get(i).value())
              : tf.identity(raw[i].expect(TFloat32.class)));
    }
    return gradients;
  }

  /**
   * The gradients of a loss with ½Σw² of some of the variables, times a factor, from those of the
   * loss alone. The term is not left to {@link #of}: as a part of the loss, a sum over a dozen
   * kernels, it made the order in which TensorFlow adds the gradients of several towers up another
   * in every second process, and equal seeds gave unequal weights.
   */
  List<Operand<TFloat32>> decayed(
      List<Operand<TFloat32>> gradients,
      List<Variables.Entry> trained,
      double factor,
      Predicate<Variables.Entry> kernels) {
    if (factor == 0) {
      return gradients;
    }
    List<Operand<TFloat32>> decayed = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      Operand<TFloat32> gradient = gradients.get(i);
      Variables.Entry entry = trained.get(i);
      decayed.add(
          kernels.test(entry)
              ? tf.math.add(gradient, tf.math.mul(entry.value(), tf.constant((float) factor)))
              : gradient);
    }
    return decayed;
  }

  /**
   * Gradients shortened where they are together too long (Pascanu, Mikolov and Bengio 2013).
   *
   * @param longest the longest they may be together; 0 for any length
   */
  List<Operand<TFloat32>> clipped(List<Operand<TFloat32>> gradients, double longest) {
    if (longest == 0 || gradients.isEmpty()) {
      return gradients;
    }
    List<Operand<TFloat32>> halfSquares = new ArrayList<>();
    gradients.forEach(gradient -> halfSquares.add(tf.nn.l2Loss(gradient)));
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares)));
    Operand<TFloat32> limit = tf.constant((float) longest);
    Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(norm, limit));
    List<Operand<TFloat32>> clipped = new ArrayList<>();
    gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, factor)));
    return clipped;
  }
}
