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

  /** A loss with ½Σw² of some of the variables, times a factor. */
  Operand<TFloat32> decayed(
      Operand<TFloat32> loss, double factor, Predicate<Variables.Entry> kernels) {
    List<Operand<TFloat32>> terms = new ArrayList<>();
    if (factor > 0) {
      variables.trainable().stream()
          .filter(kernels)
          .forEach(entry -> terms.add(tf.nn.l2Loss(entry.value())));
    }
    if (terms.isEmpty()) {
      return loss;
    }
    return tf.math.add(loss, tf.math.mul(tf.constant((float) factor), tf.math.addN(terms)));
  }

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
