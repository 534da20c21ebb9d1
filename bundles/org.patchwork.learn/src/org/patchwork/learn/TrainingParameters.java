// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.Param;

/** Settings of a training run, as the Train view and {@code patchwork train} show them. */
public record TrainingParameters(
    @Param(label = "Batch size", help = "Images per optimiser step.", min = 1, max = 4096)
        int batchSize,
    @Param(
            label = "Batches per epoch",
            help = "Optimiser steps between two validations.",
            min = 1,
            max = 100000)
        int batchesPerEpoch,
    @Param(label = "Epochs", min = 1, max = 10000) int epochs,
    @Param(label = "Optimizer") Optimizer optimizer,
    @Param(label = "Learning rate", help = "Initial learning rate.", min = 1e-8, max = 10)
        double learningRate,
    @Param(label = "Decay", help = "How the learning rate falls over the run.") Decay decay,
    @Param(
            label = "Sampling",
            help =
                "How training images are drawn: every class and value alike, by their number of"
                    + " labels, or by its square root.")
        SamplingStrategy sampling,
    @Param(
            label = "Weight decay",
            help =
                "Factor of ½Σw² over the kernels of the fine-tuning model; the output layer is"
                    + " never decayed.",
            min = 0,
            max = 10)
        double weightDecay,
    @Param(
            label = "Early stop",
            help =
                "Stop after this many epochs without a better validation loss and keep the best"
                    + " weights; 0 never stops.",
            min = 0,
            max = 1000)
        int earlyStop,
    @Param(label = "Update predictions", help = "Predict all images when training is done.")
        boolean updatePredictions,
    @Param(
            label = "Seed",
            help = "Seed of weights, batches and dropout; the same seed gives the same model.")
        long seed) {

  public TrainingParameters() {
    this(16, 100, 10, Optimizer.ADAM, 1e-3, Decay.NONE, SamplingStrategy.CLASS, 0, 0, true, 0);
  }
}
