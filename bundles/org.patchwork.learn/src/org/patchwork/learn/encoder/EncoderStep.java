// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

/**
 * How a step is done.
 *
 * @param learningRate the rate
 * @param targetDecay see {@link TrainerRun#targetDecay}; ignored without a target
 * @param goal index of the goal
 */
public record EncoderStep(double learningRate, double targetDecay, int goal) {

  /** A step towards the only goal, or the first. */
  public EncoderStep(double learningRate, double targetDecay) {
    this(learningRate, targetDecay, 0);
  }
}
