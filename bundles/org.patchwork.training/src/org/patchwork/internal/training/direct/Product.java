// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import org.patchwork.internal.training.direct.Rows.Factors;
import org.patchwork.learn.network.Shapes;

/**
 * {@code [n, k] · [k, m]}, or {@code [n, k] · [m, k]ᵀ}. Every product is a sum of rows times
 * factors; which matrix gives the rows is chosen so that the rows are long: with few outputs, as in
 * the last layer of a head, the batch runs along the rows.
 */
final class Product extends Step {
  /** From so many outputs on, the rows run along the outputs. */
  private static final int WIDE = 32;

  private final Value a;
  private final Value b;
  private final boolean transposed;
  private final int inner;
  private final int outputs;
  private final Rows rowsOfA = new Rows();
  private final Rows columnsOfA = new Rows();
  private final Rows rowsOfB = new Rows();
  private final Rows columnsOfB = new Rows();
  private final Rows rowsOfGradient = new Rows();
  private final Rows result = new Rows();
  private final Rows gradientOfA = new Rows();
  private final Rows gradientOfB = new Rows();

  Product(Value a, Value b, boolean transposed) {
    super(new Value(Shapes.matMul(a.shape(), b.shape(), transposed), a.trained || b.trained));
    if (b.batch()) {
      throw new NoDirectForm("A product of two batches");
    }
    this.a = a;
    this.b = b;
    this.transposed = transposed;
    this.inner = a.lastSize();
    this.outputs = out.lastSize();
  }

  private int rows(int count) {
    return a.length(count) / inner;
  }

  @Override
  void forward(int count) {
    int n = rows(count);
    if (outputs < WIDE) { // out ᵀ = B ᵀ · A ᵀ
      columnsOfA.copyTransposed(a.data, n, inner);
      result.sumOf(ofB(), columnsOfA, outputs, n, inner);
      result.writeTransposed(out.data, outputs, n);
    } else {
      takeRowsOfB();
      result.sumOf(new Factors(a.data, inner, 1), rowsOfB, n, outputs, inner);
      result.write(out.data, n, outputs);
    }
  }

  /** Value (output, k) of the second matrix, whichever way it is stored. */
  private Factors ofB() {
    return transposed ? new Factors(b.data, inner, 1) : new Factors(b.data, 1, outputs);
  }

  private void takeRowsOfB() {
    if (transposed) {
      rowsOfB.copyTransposed(b.data, outputs, inner);
    } else {
      rowsOfB.copy(b.data, inner, outputs);
    }
  }

  private void takeColumnsOfB() {
    if (transposed) {
      columnsOfB.copy(b.data, outputs, inner);
    } else {
      columnsOfB.copyTransposed(b.data, inner, outputs);
    }
  }

  @Override
  void backward(int count) {
    int n = rows(count);
    if (b.trained) {
      backwardToB(n);
    }
    if (a.trained) {
      backwardToA(n);
    }
  }

  private void backwardToB(int n) {
    if (outputs < WIDE || transposed) { // rows along the inputs
      rowsOfA.copy(a.data, n, inner);
      gradientOfB.sumOf(new Factors(out.gradient, 1, outputs), rowsOfA, outputs, inner, n);
      if (transposed) {
        gradientOfB.addTo(b.gradient, outputs, inner);
      } else {
        gradientOfB.addTransposed(b.gradient, outputs, inner);
      }
    } else {
      rowsOfGradient.copy(out.gradient, n, outputs);
      gradientOfB.sumOf(new Factors(a.data, 1, inner), rowsOfGradient, inner, outputs, n);
      gradientOfB.addTo(b.gradient, inner, outputs);
    }
  }

  private void backwardToA(int n) {
    takeColumnsOfB();
    gradientOfA.sumOf(new Factors(out.gradient, outputs, 1), columnsOfB, n, inner, outputs);
    gradientOfA.addTo(a.gradient, n, inner);
  }
}
