// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * Everything that determines a training run besides the data.
 *
 * @param name short name for the run folder
 * @param design the model
 * @param parameters the training settings
 */
public record TrainingSpec(String name, ModelDesignSpec design, TrainingParameters parameters) {}
