// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import java.util.ArrayList;
import java.util.List;

/** The steps of a network in the order in which they are computed. */
final class Tape {
  private final List<Step> steps = new ArrayList<>();

  /** Writes a step down; returns what it computes. */
  Value add(Step step) {
    steps.add(step);
    return step.out;
  }

  int size() {
    return steps.size();
  }

  Step step(int index) {
    return steps.get(index);
  }

  /** Computes steps from one on up to another, which is left out, for a batch of this size. */
  void forward(int count, int from, int to) {
    for (Step step : steps.subList(from, to)) {
      step.out.reserve(count);
      step.forward(count);
    }
  }

  /**
   * Computes the gradients of a scalar with respect to everything it depends on. Gradients of
   * weights are added to what they are.
   */
  void backward(Value scalar, int count) {
    for (Step step : steps) {
      step.out.clearGradient(count);
    }
    if (!scalar.trained) {
      return;
    }
    scalar.gradient[0] = 1;
    for (Step step : steps.reversed()) {
      if (step.out.trained) {
        step.backward(count);
      }
    }
  }
}
