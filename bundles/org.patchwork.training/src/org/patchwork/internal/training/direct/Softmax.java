// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/** Softmax over the last dimension, or its logarithm. */
final class Softmax extends Step {
  private final Value x;
  private final boolean logarithm;

  Softmax(Value x, boolean logarithm) {
    super(new Value(x.shape(), x.trained));
    this.x = x;
    this.logarithm = logarithm;
  }

  @Override
  void forward(int count) {
    int width = out.lastSize();
    for (int from = 0; from < out.length(count); from += width) {
      float max = Float.NEGATIVE_INFINITY;
      for (int i = from; i < from + width; i++) {
        max = Math.max(max, x.data[i]);
      }
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        double power = Math.exp(x.data[i] - max);
        out.data[i] = (float) power;
        sum += power;
      }
      double log = Math.log(sum);
      for (int i = from; i < from + width; i++) {
        out.data[i] = (float) (logarithm ? x.data[i] - max - log : out.data[i] / sum);
      }
    }
  }

  @Override
  void backward(int count) {
    int width = out.lastSize();
    for (int from = 0; from < out.length(count); from += width) {
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        sum += logarithm ? out.gradient[i] : out.gradient[i] * out.data[i];
      }
      for (int i = from; i < from + width; i++) {
        x.gradient[i] +=
            (float)
                (logarithm
                    ? out.gradient[i] - Math.exp(out.data[i]) * sum
                    : out.data[i] * (out.gradient[i] - sum));
      }
    }
  }
}
