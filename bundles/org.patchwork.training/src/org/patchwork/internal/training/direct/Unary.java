// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/** A function of each value alone. */
final class Unary extends Step {
  /** The function. */
  interface Function {
    float of(float x);
  }

  /** Its derivative, from argument and value. */
  interface Slope {
    float of(float x, float y);
  }

  private final Value x;
  private final Function function;
  private final Slope slope;

  Unary(Value x, Function function, Slope slope) {
    super(new Value(x.shape(), x.trained));
    this.x = x;
    this.function = function;
    this.slope = slope;
  }

  @Override
  void forward(int count) {
    float[] from = x.data;
    float[] to = out.data;
    int length = out.length(count);
    for (int i = 0; i < length; i++) {
      to[i] = function.of(from[i]);
    }
  }

  @Override
  void backward(int count) {
    int length = out.length(count);
    for (int i = 0; i < length; i++) {
      x.gradient[i] += out.gradient[i] * slope.of(x.data[i], out.data[i]);
    }
  }
}
