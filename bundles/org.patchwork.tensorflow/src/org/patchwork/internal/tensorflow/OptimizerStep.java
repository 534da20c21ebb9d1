// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.types.TFloat32;

/**
 * Builds what one step of an optimiser changes.
 *
 * <p>The step is gated: every gradient, the losses and every batch statistic are computed before
 * the first variable changes. Variables are overwritten in place, so without the gate a gradient
 * might read a weight that is new already, and two runs would differ.
 *
 * @param graph the graph
 * @param tf makes operations in it
 * @param variables the variables of the network
 * @param mode what the training tower collects
 * @param rule the optimiser
 * @param initializers takes what sets the optimiser's own variables to zero
 */
record OptimizerStep(
    Graph graph,
    Ops tf,
    Variables variables,
    TrainingMode mode,
    UpdateRule rule,
    List<Assign<TFloat32>> initializers) {

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

  /**
   * The changes of one step.
   *
   * @param objective what falls
   * @param losses what must be known before anything changes
   * @param trained the variables that follow the gradient
   * @param rate the rate of each of them
   */
  List<Op> updates(
      Operand<TFloat32> objective,
      List<Operand<TFloat32>> losses,
      List<Variables.Entry> trained,
      Function<Variables.Entry, Operand<TFloat32>> rate) {
    return updates(losses, trained, gradients(objective, trained), rate);
  }

  /**
   * The changes of one step, gradients shortened where they are together too long (Pascanu, Mikolov
   * and Bengio 2013).
   *
   * @param longest the longest they may be together; 0 for any length
   */
  List<Op> clippedUpdates(
      Operand<TFloat32> objective,
      List<Operand<TFloat32>> losses,
      List<Variables.Entry> trained,
      Function<Variables.Entry, Operand<TFloat32>> rate,
      double longest) {
    List<Operand<TFloat32>> gradients = gradients(objective, trained);
    if (longest == 0 || gradients.isEmpty()) {
      return updates(losses, trained, gradients, rate);
    }
    List<Operand<TFloat32>> halfSquares = new ArrayList<>();
    gradients.forEach(gradient -> halfSquares.add(tf.nn.l2Loss(gradient)));
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares)));
    Operand<TFloat32> limit = tf.constant((float) longest);
    Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(norm, limit));
    List<Operand<TFloat32>> clipped = new ArrayList<>();
    gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, factor)));
    return updates(losses, trained, clipped, rate);
  }

  private List<Op> updates(
      List<Operand<TFloat32>> losses,
      List<Variables.Entry> trained,
      List<Operand<TFloat32>> gradients,
      Function<Variables.Entry, Operand<TFloat32>> rate) {
    List<Op> gates = new ArrayList<>(gradients);
    gates.addAll(losses);
    gates.addAll(mode.statistics());
    Ops gated = tf.withSubScope("update").withControlDependencies(gates);
    List<Op> updates = new ArrayList<>(mode.updates(gated, variables));
    for (int i = 0; i < trained.size(); i++) {
      Variables.Entry entry = trained.get(i);
      updates.add(
          rule.update(gated, variables, entry, gradients.get(i), rate.apply(entry), initializers));
    }
    return updates;
  }

  /**
   * Gradients of the trained variables; one that the objective does not depend on has a zero
   * gradient.
   */
  private List<Operand<TFloat32>> gradients(
      Operand<TFloat32> objective, List<Variables.Entry> trained) {
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
}
