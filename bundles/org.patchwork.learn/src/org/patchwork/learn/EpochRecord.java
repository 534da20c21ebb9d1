// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.OptionalDouble;

/**
 * What is known at the end of an epoch.
 *
 * @param epoch 1 for the first
 * @param step number of optimiser steps so far
 * @param trainingLoss mean loss of the steps of the epoch, without weight decay
 * @param validationLoss mean loss over the observed validation cells; empty if there are none
 * @param learningRate rate of the last step
 * @param seconds time since the start of training
 * @param unlabelledLoss mean loss on unlabelled images over the epoch, without its weight; empty if
 *     the run uses none
 */
public record EpochRecord(
    int epoch,
    long step,
    double trainingLoss,
    OptionalDouble validationLoss,
    double learningRate,
    double seconds,
    OptionalDouble unlabelledLoss) {

  /** An epoch on labelled images alone. */
  public EpochRecord(
      int epoch,
      long step,
      double trainingLoss,
      OptionalDouble validationLoss,
      double learningRate,
      double seconds) {
    this(epoch, step, trainingLoss, validationLoss, learningRate, seconds, OptionalDouble.empty());
  }
}
