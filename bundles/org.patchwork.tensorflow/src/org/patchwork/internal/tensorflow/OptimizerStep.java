// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
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

  /**
   * The changes of one step.
   *
   * @param objective what falls
   * @param losses what must be known before anything changes
   * @param trained the variables that follow the gradient
   * @param rate the rate of each of them
   * @param decay factor of ½Σw² of the kernels, which falls with the objective
   * @param kernels the variables that decay
   */
  List<Op> updates(
      Operand<TFloat32> objective,
      List<Operand<TFloat32>> losses,
      List<Variables.Entry> trained,
      Function<Variables.Entry, Operand<TFloat32>> rate,
      double decay,
      Predicate<Variables.Entry> kernels) {
    Gradients of = new Gradients(graph, tf, variables);
    List<Operand<TFloat32>> gradients =
        of.decayed(of.of(objective, trained), trained, decay, kernels);
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
}
