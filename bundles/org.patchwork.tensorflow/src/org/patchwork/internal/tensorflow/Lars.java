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
 * Layer-wise adaptive rates (You, Gitman and Ginsburg 2017): a kernel moves by a part of its own
 * length. The rate goes into the velocity, so that a falling rate does not shrink steps already
 * under way. What is no kernel takes momentum alone.
 *
 * @param decay factor of the kernel that is added to its gradient
 */
record Lars(double decay) implements UpdateRule {
  private static final float TRUST = 1e-3f;

  @Override
  public Op update(
      Ops gated,
      Variables variables,
      Variables.Entry entry,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      List<Assign<TFloat32>> initializers) {
    Operand<TFloat32> step = gated.math.mul(gradient, rate);
    if (entry.kind() == Kind.KERNEL) {
      Operand<TFloat32> kernel = gated.identity(entry.variable());
      Operand<TFloat32> decayed =
          gated.math.add(gradient, gated.math.mul(kernel, gated.constant((float) decay)));
      step = gated.math.mul(decayed, gated.math.mul(rate, trust(gated, kernel, decayed)));
    }
    return Momentum.by(gated, variables, entry, step, initializers);
  }

  /** η |w| / |g|, or 1 where a norm is 0. */
  private static Operand<TFloat32> trust(
      Ops tf, Operand<TFloat32> kernel, Operand<TFloat32> gradient) {
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> length = norm(tf, kernel);
    Operand<TFloat32> slope = norm(tf, gradient);
    Operand<TFloat32> safe = tf.select(tf.math.greater(slope, zero), slope, one);
    Operand<TFloat32> ratio = tf.math.mul(tf.constant(TRUST), tf.math.div(length, safe));
    return tf.select(tf.math.greater(tf.math.mul(length, slope), zero), ratio, one);
  }

  private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> x) {
    return tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.nn.l2Loss(x)));
  }
}
