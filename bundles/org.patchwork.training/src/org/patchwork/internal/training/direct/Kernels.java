// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import org.patchwork.internal.training.direct.Binary.Kernel;
import org.patchwork.internal.training.direct.Binary.Loop;

/**
 * The functions of two values. Sum and product, of which networks have most, have loops of their
 * own where both operands are whole or one is a single number, which become vector instructions.
 */
final class Kernels {
  private Kernels() {}

  /** x + y, or x − y. */
  record Sum(float sign) implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      if (loop.both()) {
        for (int i = 0; i < loop.width(); i++) {
          out[i] = a[i] + sign * b[i];
        }
      } else if (loop.first()) {
        float y = sign * b[0];
        for (int i = 0; i < loop.width(); i++) {
          out[i] = a[i] + y;
        }
      } else if (loop.second()) {
        float x = a[0];
        for (int i = 0; i < loop.width(); i++) {
          out[i] = x + sign * b[i];
        }
      } else if (loop.rowByRow()) {
        addRow(loop, a, b, out);
      } else {
        loop.each((i, k, o) -> out[o] = a[i] + sign * b[k]);
      }
    }

    /** Through a row of its own, because only loops without offsets become vector instructions. */
    private void addRow(Loop loop, float[] a, float[] b, float[] out) {
      int width = loop.width();
      float[] row = new float[width];
      for (int r = 0; r < loop.rows(); r++) {
        System.arraycopy(a, r * width, row, 0, width);
        for (int i = 0; i < width; i++) {
          row[i] += sign * b[i];
        }
        System.arraycopy(row, 0, out, r * width, width);
      }
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      float[] g = out.gradient;
      if (a.trained && (loop.both() || loop.first())) {
        for (int i = 0; i < loop.width(); i++) {
          a.gradient[i] += g[i];
        }
      } else if (a.trained) {
        loop.each((i, k, o) -> a.gradient[i] += g[o]);
      }
      if (b.trained && (loop.both() || loop.second())) {
        for (int i = 0; i < loop.width(); i++) {
          b.gradient[i] += sign * g[i];
        }
      } else if (b.trained) {
        loop.each((i, k, o) -> b.gradient[k] += sign * g[o]);
      }
    }
  }

  /** x · y. */
  record Multiply() implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      if (loop.both()) {
        for (int i = 0; i < loop.width(); i++) {
          out[i] = a[i] * b[i];
        }
      } else if (loop.first()) {
        float y = b[0];
        for (int i = 0; i < loop.width(); i++) {
          out[i] = a[i] * y;
        }
      } else {
        loop.each((i, k, o) -> out[o] = a[i] * b[k]);
      }
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      if (a.trained) {
        part(loop, a.gradient, b.data, out.gradient);
      }
      if (b.trained) {
        part(loop.swapped(), b.gradient, a.data, out.gradient);
      }
    }

    private static void part(Loop loop, float[] to, float[] other, float[] g) {
      if (loop.both()) {
        for (int i = 0; i < loop.width(); i++) {
          to[i] += g[i] * other[i];
        }
      } else {
        loop.each((i, k, o) -> to[i] += g[o] * other[k]);
      }
    }
  }

  /** Any other function; slower, for what a network has little of. */
  record General(Function function, Slopes slopes) implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      loop.each((i, k, o) -> out[o] = function.of(a[i], b[k]));
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      float[] g = out.gradient;
      if (a.trained) {
        loop.each((i, k, o) -> a.gradient[i] += g[o] * slopes.first(a.data[i], b.data[k]));
      }
      if (b.trained) {
        loop.each((i, k, o) -> b.gradient[k] += g[o] * slopes.second(a.data[i], b.data[k]));
      }
    }
  }

  /** A function of two numbers. */
  interface Function {
    float of(float x, float y);
  }

  /** Its derivatives. */
  interface Slopes {
    float first(float x, float y);

    float second(float x, float y);
  }

  /** x / y. */
  static Kernel divide() {
    return new General(
        (x, y) -> x / y,
        new Slopes() {
          @Override
          public float first(float x, float y) {
            return 1 / y;
          }

          @Override
          public float second(float x, float y) {
            return -x / (y * y);
          }
        });
  }

  /** The larger one, which gets the gradient; the first of equals. */
  static Kernel maximum() {
    return new General(
        Math::max,
        new Slopes() {
          @Override
          public float first(float x, float y) {
            return x >= y ? 1 : 0;
          }

          @Override
          public float second(float x, float y) {
            return x >= y ? 0 : 1;
          }
        });
  }

  /** 1 where a condition holds, else 0; has no gradient. */
  static Kernel where(Function condition) {
    return new General(condition, null);
  }
}
