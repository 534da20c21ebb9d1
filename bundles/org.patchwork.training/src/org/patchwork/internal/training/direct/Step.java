// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

/** One operation on the tape. */
abstract class Step {
  final Value out;

  Step(Value out) {
    this.out = out;
  }

  /** Computes the output from the inputs. */
  abstract void forward(int count);

  /** Adds to the gradients of those inputs that want one; only called if the output has one. */
  abstract void backward(int count);
}
