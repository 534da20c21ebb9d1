// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/** Division by the Euclidean norm over the last dimension, the squared norm floored by 1e-12. */
final class Normalize extends Step {
  private static final double FLOOR = 1e-12;

  private final Value x;

  Normalize(Value x) {
    super(new Value(x.shape(), x.trained));
    this.x = x;
  }

  private double squares(int from, int width) {
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      sum += (double) x.data[i] * x.data[i];
    }
    return sum;
  }

  @Override
  void forward(int count) {
    int width = out.lastSize();
    for (int from = 0; from < out.length(count); from += width) {
      double scale = 1 / Math.sqrt(Math.max(squares(from, width), FLOOR));
      for (int i = from; i < from + width; i++) {
        out.data[i] = (float) (x.data[i] * scale);
      }
    }
  }

  @Override
  void backward(int count) {
    int width = out.lastSize();
    for (int from = 0; from < out.length(count); from += width) {
      double squares = squares(from, width);
      double scale = 1 / Math.sqrt(Math.max(squares, FLOOR));
      double along = 0;
      for (int i = from; i < from + width && squares > FLOOR; i++) {
        along += (double) out.gradient[i] * out.data[i];
      }
      for (int i = from; i < from + width; i++) {
        x.gradient[i] += (float) (scale * (out.gradient[i] - out.data[i] * along));
      }
    }
  }
}
