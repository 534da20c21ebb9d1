// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import org.patchwork.learn.Optimizer;

/** How an optimiser turns gradients into changes of one weight; holds what it remembers of it. */
interface Update {
  /**
   * Changes the weight.
   *
   * @param step number of the step, from 1
   */
  void apply(float[] weight, float[] gradient, double learningRate, long step);

  /** The update of a weight with so many values. */
  static Update of(Optimizer optimizer, int size) {
    return switch (optimizer) {
      case ADAM -> new Adam(new float[size], new float[size]);
      case MOMENTUM -> new Momentum(new float[size]);
    };
  }

  /** {@link Optimizer#ADAM}. */
  record Adam(float[] mean, float[] square) implements Update {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    @Override
    public void apply(float[] weight, float[] gradient, double learningRate, long step) {
      float rate =
          (float) (learningRate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step)));
      for (int i = 0; i < weight.length; i++) {
        float g = gradient[i];
        float m = mean[i] + (g - mean[i]) * (1 - BETA_1);
        float v = square[i] + (g * g - square[i]) * (1 - BETA_2);
        mean[i] = m;
        square[i] = v;
        weight[i] -= rate * m / ((float) Math.sqrt(v) + EPSILON);
      }
    }
  }

  /** {@link Optimizer#MOMENTUM}. */
  record Momentum(float[] velocity) implements Update {
    private static final float MOMENTUM = 0.9f;

    @Override
    public void apply(float[] weight, float[] gradient, double learningRate, long step) {
      float rate = (float) learningRate;
      for (int i = 0; i < weight.length; i++) {
        float v = MOMENTUM * velocity[i] - rate * gradient[i];
        velocity[i] = v;
        weight[i] += v;
      }
    }
  }
}
