// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.List;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.types.TFloat32;

/**
 * A rule before which kernels shrink by rate · decay of themselves (Loshchilov and Hutter 2019).
 *
 * @param rule the rule
 * @param learningRate the learning rate itself, without corrections of the rule
 * @param decay factor
 */
record DecoupledDecay(UpdateRule rule, Operand<TFloat32> learningRate, double decay)
    implements UpdateRule {
  @Override
  public Op update(
      Ops gated,
      Variables variables,
      Variables.Entry entry,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      List<Assign<TFloat32>> initializers) {
    if (entry.kind() != Kind.KERNEL || decay == 0) {
      return rule.update(gated, variables, entry, gradient, rate, initializers);
    }
    Operand<TFloat32> part = gated.math.mul(learningRate, gated.constant((float) decay));
    Op shrunk =
        gated.assignSub(entry.variable(), gated.math.mul(gated.identity(entry.variable()), part));
    return rule.update(
        gated.withControlDependencies(List.of(shrunk)),
        variables,
        entry,
        gradient,
        rate,
        initializers);
  }

  @Override
  public double rate(double learningRateNow, long step) {
    return rule.rate(learningRateNow, step);
  }
}
