// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import org.patchwork.internal.training.direct.Binary.Kernel;
import org.patchwork.internal.training.direct.Binary.Loop;

/**
 * The functions of two values. The loops of sum and product look alike on purpose: each is compiled
 * to code of its own.
 */
final class Kernels {
  private Kernels() {}

  /** x + y, or x − y. */
  record Sum(float sign) implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      int o = 0;
      for (int r = 0; r < loop.rows(); r++) {
        int i = r * loop.a().row();
        int k = r * loop.b().row();
        for (int j = 0; j < loop.width(); j++) {
          out[o++] = a[i] + sign * b[k];
          i += loop.a().column();
          k += loop.b().column();
        }
      }
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      int o = 0;
      for (int r = 0; r < loop.rows(); r++) {
        int i = r * loop.a().row();
        int k = r * loop.b().row();
        for (int j = 0; j < loop.width(); j++) {
          float g = out.gradient[o++];
          if (a.trained) {
            a.gradient[i] += g;
          }
          if (b.trained) {
            b.gradient[k] += sign * g;
          }
          i += loop.a().column();
          k += loop.b().column();
        }
      }
    }
  }

  /** x · y. */
  record Multiply() implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      int o = 0;
      for (int r = 0; r < loop.rows(); r++) {
        int i = r * loop.a().row();
        int k = r * loop.b().row();
        for (int j = 0; j < loop.width(); j++) {
          out[o++] = a[i] * b[k];
          i += loop.a().column();
          k += loop.b().column();
        }
      }
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      int o = 0;
      for (int r = 0; r < loop.rows(); r++) {
        int i = r * loop.a().row();
        int k = r * loop.b().row();
        for (int j = 0; j < loop.width(); j++) {
          float g = out.gradient[o++];
          if (a.trained) {
            a.gradient[i] += g * b.data[k];
          }
          if (b.trained) {
            b.gradient[k] += g * a.data[i];
          }
          i += loop.a().column();
          k += loop.b().column();
        }
      }
    }
  }

  /** Any other function; slower, for what a network has little of. */
  record General(Function function, Slopes slopes) implements Kernel {
    @Override
    public void forward(Loop loop, float[] a, float[] b, float[] out) {
      for (int r = 0; r < loop.rows(); r++) {
        for (int j = 0; j < loop.width(); j++) {
          out[r * loop.width() + j] = function.of(a[loop.a().at(r, j)], b[loop.b().at(r, j)]);
        }
      }
    }

    @Override
    public void backward(Loop loop, Value a, Value b, Value out) {
      for (int r = 0; r < loop.rows(); r++) {
        for (int j = 0; j < loop.width(); j++) {
          int i = loop.a().at(r, j);
          int k = loop.b().at(r, j);
          float g = out.gradient[r * loop.width() + j];
          if (a.trained) {
            a.gradient[i] += g * slopes.first(a.data[i], b.data[k]);
          }
          if (b.trained) {
            b.gradient[k] += g * slopes.second(a.data[i], b.data[k]);
          }
        }
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
