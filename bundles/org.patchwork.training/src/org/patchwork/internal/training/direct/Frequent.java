// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/**
 * The functions of one value that every loss has many of, each with loops of its own: a loop that
 * calls whatever function it is given becomes no vector instructions.
 */
final class Frequent {
  private Frequent() {}

  /** 1 / (1 + e⁻ˣ). */
  static final class Sigmoid extends Step {
    private final Value x;

    Sigmoid(Value x) {
      super(new Value(x.shape(), x.trained));
      this.x = x;
    }

    @Override
    void forward(int count) {
      for (int i = 0; i < out.length(count); i++) {
        out.data[i] = (float) (1 / (1 + Math.exp(-x.data[i])));
      }
    }

    @Override
    void backward(int count) {
      int length = out.length(count);
      float[] to = x.gradient;
      float[] g = out.gradient;
      float[] y = out.data;
      for (int i = 0; i < length; i++) {
        to[i] += g[i] * y[i] * (1 - y[i]);
      }
    }
  }

  /** ln x. */
  static final class Logarithm extends Step {
    private final Value x;

    Logarithm(Value x) {
      super(new Value(x.shape(), x.trained));
      this.x = x;
    }

    @Override
    void forward(int count) {
      for (int i = 0; i < out.length(count); i++) {
        out.data[i] = (float) Math.log(x.data[i]);
      }
    }

    @Override
    void backward(int count) {
      int length = out.length(count);
      float[] to = x.gradient;
      float[] g = out.gradient;
      float[] from = x.data;
      for (int i = 0; i < length; i++) {
        to[i] += g[i] / from[i];
      }
    }
  }

  /** x limited to a range; no gradient outside. */
  static final class Clip extends Step {
    private final Value x;
    private final float min;
    private final float max;

    Clip(Value x, float min, float max) {
      super(new Value(x.shape(), x.trained));
      this.x = x;
      this.min = min;
      this.max = max;
    }

    @Override
    void forward(int count) {
      int length = out.length(count);
      float[] from = x.data;
      float[] to = out.data;
      for (int i = 0; i < length; i++) {
        to[i] = Math.max(min, Math.min(max, from[i]));
      }
    }

    @Override
    void backward(int count) {
      for (int i = 0; i < out.length(count); i++) {
        if (x.data[i] >= min && x.data[i] <= max) {
          x.gradient[i] += out.gradient[i];
        }
      }
    }
  }
}
