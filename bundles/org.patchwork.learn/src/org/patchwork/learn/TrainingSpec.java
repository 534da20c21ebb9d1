// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Optional;

/**
 * Everything that determines a training run besides the data.
 *
 * @param name short name for the run folder
 * @param design the model
 * @param parameters the training settings
 * @param source stored features or the images through a live extractor
 * @param unlabelled the use made of images without labels; empty for none
 */
public record TrainingSpec(
    String name,
    ModelDesignSpec design,
    TrainingParameters parameters,
    FeatureSource source,
    Optional<UnlabelledSpec> unlabelled) {

  public TrainingSpec {
    unlabelled = unlabelled.filter(spec -> spec.weight() > 0);
  }

  /** A run on stored features and labelled images alone. */
  public TrainingSpec(String name, ModelDesignSpec design, TrainingParameters parameters) {
    this(name, design, parameters, FeatureSource.STORED, Optional.empty());
  }

  /** The same with other sources of learning. */
  public TrainingSpec with(FeatureSource newSource, Optional<UnlabelledSpec> newUnlabelled) {
    return new TrainingSpec(name, design, parameters, newSource, newUnlabelled);
  }

  /** The same with another design and other settings. */
  public TrainingSpec with(ModelDesignSpec newDesign, TrainingParameters newParameters) {
    return new TrainingSpec(name, newDesign, newParameters, source, unlabelled);
  }

  /** The same with other settings. */
  public TrainingSpec with(TrainingParameters newParameters) {
    return with(design, newParameters);
  }
}
