// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.core.Param;
import org.patchwork.core.ParameterSchema;

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
            label = "Balance subsets",
            help =
                "Draws training images from every subset alike, then within the subset as Sampling"
                    + " says; images without a subset count as one more. Off, subsets play no"
                    + " role.")
        boolean balanceSubsets,
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
    @Param(
            label = "Ensemble",
            help =
                "Trains several models at once: their mean predicts, and where they disagree the"
                    + " samplers BALD and committee look. Seeds: models of their own on bootstrap"
                    + " samples (Lakshminarayanan et al. 2017). Dropout: one model asked with"
                    + " different values dropped (Gal and Ghahramani 2016).")
        EnsembleKind ensemble,
    @Param(label = "Members", help = "Number of models of the ensemble.", min = 2, max = 50)
        int members,
    @Param(
            label = "Member dropout",
            help =
                "Share of the values dropped before the output layer in an ensemble by dropout;"
                    + " dropout of the model itself counts as well.",
            min = 0.05,
            max = 0.9,
            step = 0.05)
        double memberDropout,
    @Param(label = "Update predictions", help = "Predict all images when training is done.")
        boolean updatePredictions,
    @Param(
            label = "Seed",
            help = "Seed of weights, batches and dropout; the same seed gives the same model.")
        long seed) {

  public TrainingParameters() {
    this(
        16,
        100,
        10,
        Optimizer.ADAM,
        1e-3,
        Decay.NONE,
        SamplingStrategy.CLASS,
        false,
        0,
        0,
        EnsembleKind.NONE,
        5,
        0.5,
        true,
        0);
  }

  /** The same settings but for one, by name, for example {@code with("seed", 3L)}. */
  public TrainingParameters with(String name, Object value) {
    ParameterSchema<TrainingParameters> schema = ParameterSchema.of(TrainingParameters.class);
    Map<String, Object> values = new LinkedHashMap<>(schema.values(this));
    values.put(name, value);
    return schema.create(values);
  }

  /** The settings as text by name, as they stand in a project. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    ParameterSchema.of(TrainingParameters.class)
        .values(this)
        .forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /** Number of models that are trained or asked: 1 without an ensemble. */
  public int memberCount() {
    return ensemble == EnsembleKind.NONE ? 1 : members;
  }
}
