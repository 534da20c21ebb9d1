// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.List;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.types.TFloat32;

/** How an optimiser turns a gradient into a change of a variable. */
interface UpdateRule {
  /**
   * Builds the update of one variable.
   *
   * @param gated makes operations that wait for all gradients
   * @param rate scalar, fed with {@link #rate} at each step
   * @param initializers takes what sets the optimiser's own variables to zero
   */
  Op update(
      Ops gated,
      Variables variables,
      Variables.Entry entry,
      Operand<TFloat32> gradient,
      Operand<TFloat32> rate,
      List<Assign<TFloat32>> initializers);

  /**
   * What to feed as rate: the learning rate, unless the rule corrects it.
   *
   * @param step number of the step, from 1
   */
  default double rate(double learningRate, long step) {
    return learningRate;
  }

  static UpdateRule of(Optimizer optimizer) {
    return switch (optimizer) {
      case ADAM -> new Adam();
      case MOMENTUM -> new Momentum();
    };
  }

  /**
   * The rule of an encoder.
   *
   * @param learningRate scalar, fed with the learning rate itself
   */
  static UpdateRule of(EncoderOptimizer optimizer, Operand<TFloat32> learningRate) {
    return switch (optimizer.method()) {
      case ADAM -> new Adam();
      case ADAMW -> new DecoupledDecay(new Adam(), learningRate, optimizer.weightDecay());
      case MOMENTUM -> new Momentum();
      case LARS -> new Lars(optimizer.weightDecay());
    };
  }

  /**
   * Adam (Kingma and Ba 2015, the efficient form at the end of section 2): ε stands outside the
   * bias correction, as in Keras. The correction is computed in double precision and fed as part of
   * the rate.
   */
  final class Adam implements UpdateRule {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-7f;

    @Override
    public Op update(
        Ops gated,
        Variables variables,
        Variables.Entry entry,
        Operand<TFloat32> gradient,
        Operand<TFloat32> rate,
        List<Assign<TFloat32>> initializers) {
      Operand<TFloat32> corrected = gated.constant(0f); // powers of β: the rate has them already
      return gated.train.applyAdam(
          entry.variable(),
          variables.slot(entry, "m", initializers),
          variables.slot(entry, "v", initializers),
          corrected,
          corrected,
          rate,
          gated.constant((float) BETA_1),
          gated.constant((float) BETA_2),
          gated.constant(EPSILON),
          gradient);
    }

    @Override
    public double rate(double learningRate, long step) {
      return learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
    }
  }

  /**
   * Momentum in Keras' form, v ← .9 v − rate · g, w ← w + v: the rate goes into v, unlike
   * TensorFlow's own, so that a falling rate does not shrink steps already under way.
   */
  final class Momentum implements UpdateRule {
    private static final float MOMENTUM = 0.9f;

    @Override
    public Op update(
        Ops gated,
        Variables variables,
        Variables.Entry entry,
        Operand<TFloat32> gradient,
        Operand<TFloat32> rate,
        List<Assign<TFloat32>> initializers) {
      return by(gated, variables, entry, gated.math.mul(gradient, rate), initializers);
    }

    /** Adds a change, the rate in it, to the velocity, and subtracts that from the variable. */
    static Op by(
        Ops gated,
        Variables variables,
        Variables.Entry entry,
        Operand<TFloat32> change,
        List<Assign<TFloat32>> initializers) {
      return gated.train.applyMomentum(
          entry.variable(),
          variables.slot(entry, "v", initializers),
          gated.constant(1f),
          change,
          gated.constant(MOMENTUM));
    }
  }
}
