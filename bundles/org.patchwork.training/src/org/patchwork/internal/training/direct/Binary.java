// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.Arrays;
import org.patchwork.learn.network.Shapes;

/**
 * A function of two values that broadcast to each other. The output is seen as rows; each operand
 * moves with the rows, with the columns, with both or with neither.
 */
final class Binary extends Step {
  /** The function, with the loop inside so that each kind is compiled on its own. */
  interface Kernel {
    void forward(Loop loop, float[] a, float[] b, float[] out);

    void backward(Loop loop, Value a, Value b, Value out);
  }

  /**
   * How the operands move.
   *
   * @param a steps of the first operand
   * @param b steps of the second operand
   */
  record Loop(int rows, int width, Steps a, Steps b) {
    /** What is done with one pair: index in the first operand, in the second, in the output. */
    interface Body {
      void at(int i, int k, int o);
    }

    /** True if both operands have the shape of the output. */
    boolean both() {
      return rows == 1 && a.column() == 1 && b.column() == 1;
    }

    /** True if the first operand has the shape of the output and the second is a single number. */
    boolean first() {
      return rows == 1 && a.column() == 1 && b.column() == 0;
    }

    /** True if the second operand has the shape of the output and the first is a single number. */
    boolean second() {
      return rows == 1 && a.column() == 0 && b.column() == 1;
    }

    /** True if the first operand has the shape of the output and the second is one of its rows. */
    boolean rowByRow() {
      return a.row() == width
          && a.column() == 1
          && b.row() == 0
          && b.column() == 1
          && width > 1
          && rows > 1;
    }

    Loop swapped() {
      return new Loop(rows, width, b, a);
    }

    void each(Body body) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < width; c++) {
          body.at(r * a.row() + c * a.column(), r * b.row() + c * b.column(), r * width + c);
        }
      }
    }
  }

  /** Steps from row to row and from column to column. */
  record Steps(int row, int column) {}

  private static final Steps NONE = new Steps(0, 0);

  private final Value a;
  private final Value b;
  private final Kernel kernel;

  /**
   * The function of two values.
   *
   * @param name for the message if they do not fit
   * @param differentiable false for a function without a gradient
   */
  Binary(String name, Value a, Value b, boolean differentiable, Kernel kernel) {
    super(
        new Value(
            Shapes.broadcast(name, a.shape(), b.shape()),
            differentiable && (a.trained || b.trained)));
    this.a = a;
    this.b = b;
    this.kernel = kernel;
    steps(a);
    steps(b);
  }

  /** True if it takes the same row from each row of this value. */
  boolean subtractsRowFrom(Value value) {
    return a == value
        && kernel.equals(new Kernels.Sum(-1))
        && !b.batch()
        && !b.trained
        && b.length(1) == value.lastSize()
        && b.length(1) == b.lastSize();
  }

  /** True if it multiplies this value by a number that stands. */
  boolean multipliesByNumber(Value value) {
    return a == value && kernel.equals(new Kernels.Multiply()) && single(b) && !b.trained;
  }

  Value second() {
    return b;
  }

  private boolean single(Value operand) {
    return !operand.batch() && operand.length(1) == 1;
  }

  private boolean full(Value operand) {
    return Arrays.equals(operand.shape(), out.shape());
  }

  private Steps steps(Value operand) {
    if (single(operand)) {
      return NONE;
    }
    int[] wanted = out.shape();
    int[] shape = operand.shape();
    boolean same = true;
    boolean ones = true;
    for (int i = 0; i < wanted.length - 1; i++) {
      int k = i - wanted.length + shape.length;
      int size = k < 0 ? 1 : shape[k];
      same &= size == wanted[i];
      ones &= size == 1;
    }
    if (!same && !ones) {
      throw new NoDirectForm("Broadcasting of this kind");
    }
    int column = operand.lastSize() == out.lastSize() ? 1 : 0;
    return new Steps(same ? operand.lastSize() : 0, column);
  }

  private Loop loop(int count) {
    int length = out.length(count);
    if ((full(a) || single(a)) && (full(b) || single(b))) {
      return new Loop(1, length, new Steps(0, full(a) ? 1 : 0), new Steps(0, full(b) ? 1 : 0));
    }
    return new Loop(length / out.lastSize(), out.lastSize(), steps(a), steps(b));
  }

  @Override
  void forward(int count) {
    kernel.forward(loop(count), a.data, b.data, out.data);
  }

  @Override
  void backward(int count) {
    kernel.backward(loop(count), a, b, out);
  }
}
