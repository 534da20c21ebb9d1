// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.OptionalDouble;

/**
 * The state of a run after some optimiser steps.
 *
 * @param step number of steps done, from 1
 * @param steps number of steps of the whole run
 * @param loss mean training loss over the steps since the last report
 * @param learningRate rate of the last step
 * @param unlabelledLoss mean loss on unlabelled images over the same steps, without its weight;
 *     empty if the run uses none
 */
public record StepReport(
    int step, int steps, double loss, double learningRate, OptionalDouble unlabelledLoss) {

  /** The state of a run on labelled images alone. */
  public StepReport(int step, int steps, double loss, double learningRate) {
    this(step, steps, loss, learningRate, OptionalDouble.empty());
  }
}
