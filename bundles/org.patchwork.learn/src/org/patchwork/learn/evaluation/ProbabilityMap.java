// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.Arrays;

/** A function that rises or stays, from probabilities to probabilities. */
public sealed interface ProbabilityMap {
  /** Leaves everything as it is. */
  ProbabilityMap IDENTITY = new Logistic(1, 0);

  /** The calibrated probability; NaN stays NaN. */
  double apply(double probability);

  /**
   * σ(scale · logit(p) + offset).
   *
   * @param scale positive; one over the temperature
   * @param offset 0 for temperature scaling
   */
  record Logistic(double scale, double offset) implements ProbabilityMap {
    @Override
    public double apply(double probability) {
      return scale == 1 && offset == 0
          ? probability
          : Logits.sigmoid(scale * Logits.logit(probability) + offset);
    }
  }

  /**
   * Straight lines between points, level beyond the outer ones.
   *
   * @param inputs rising probabilities; not copied
   * @param outputs what they become, rising or level; not copied
   */
  record Isotonic(double[] inputs, double[] outputs) implements ProbabilityMap {
    public Isotonic {
      if (inputs.length != outputs.length || inputs.length == 0) {
        throw new IllegalArgumentException(
            inputs.length + " inputs and " + outputs.length + " outputs make no function.");
      }
    }

    @Override
    public double apply(double probability) {
      if (Double.isNaN(probability)) {
        return probability;
      }
      int found = Arrays.binarySearch(inputs, probability);
      if (found >= 0) {
        return outputs[found];
      }
      int next = -found - 1;
      if (next == 0 || next == inputs.length) {
        return outputs[Math.min(next, inputs.length - 1)];
      }
      double part = (probability - inputs[next - 1]) / (inputs[next] - inputs[next - 1]);
      return outputs[next - 1] + part * (outputs[next] - outputs[next - 1]);
    }
  }
}
