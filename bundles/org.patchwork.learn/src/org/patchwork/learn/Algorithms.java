// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.List;
import org.patchwork.core.Catalog;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.learn.encoder.Trainer;

/**
 * Everything that is installed to learn with, one catalog per extension point. The registry makes
 * one at start and it is handed down; nobody looks it up.
 *
 * @param samplers extension point {@code org.patchwork.learn.samplers}
 * @param losses extension point {@code org.patchwork.learn.losses}
 * @param fineTuningModels extension point {@code org.patchwork.learn.fineTuningModels}
 * @param outputModels extension point {@code org.patchwork.learn.outputModels}
 * @param featureExtractors extension point {@code org.patchwork.learn.featureExtractors}
 * @param engines extension point {@code org.patchwork.learn.engines}; the first is used
 * @param augmentations extension point {@code org.patchwork.image.augmentations}
 * @param semiSupervised extension point {@code org.patchwork.learn.semiSupervised}
 * @param trainers extension point {@code org.patchwork.pretraining.trainers}
 */
public record Algorithms(
    Catalog<Sampler<?>> samplers,
    Catalog<Loss<?>> losses,
    Catalog<FineTuningModel<?>> fineTuningModels,
    Catalog<OutputModel<?>> outputModels,
    Catalog<FeatureExtractorType<?>> featureExtractors,
    Catalog<Engine> engines,
    Catalog<Augmentation<?>> augmentations,
    Catalog<SemiSupervised<?>> semiSupervised,
    Catalog<Trainer<?>> trainers) {

  /** What is needed to train heads; no encoder can be trained. */
  public Algorithms(
      Catalog<Sampler<?>> samplers,
      Catalog<Loss<?>> losses,
      Catalog<FineTuningModel<?>> fineTuningModels,
      Catalog<OutputModel<?>> outputModels,
      Catalog<FeatureExtractorType<?>> featureExtractors,
      Catalog<Engine> engines,
      Catalog<Augmentation<?>> augmentations,
      Catalog<SemiSupervised<?>> semiSupervised) {
    this(
        samplers,
        losses,
        fineTuningModels,
        outputModels,
        featureExtractors,
        engines,
        augmentations,
        semiSupervised,
        new Catalog<>(List.of()));
  }

  /** What is needed to train on stored features; nothing augments, nothing is semi-supervised. */
  public Algorithms(
      Catalog<Sampler<?>> samplers,
      Catalog<Loss<?>> losses,
      Catalog<FineTuningModel<?>> fineTuningModels,
      Catalog<OutputModel<?>> outputModels,
      Catalog<FeatureExtractorType<?>> featureExtractors,
      Catalog<Engine> engines) {
    this(
        samplers,
        losses,
        fineTuningModels,
        outputModels,
        featureExtractors,
        engines,
        new Catalog<>(List.of()),
        new Catalog<>(List.of()));
  }

  /** What is needed to train encoders, and nothing else. */
  public Algorithms(
      Catalog<Engine> engines,
      Catalog<Augmentation<?>> augmentations,
      Catalog<Trainer<?>> trainers) {
    this(
        new Catalog<>(List.of()),
        new Catalog<>(List.of()),
        new Catalog<>(List.of()),
        new Catalog<>(List.of()),
        new Catalog<>(List.of()),
        engines,
        augmentations,
        new Catalog<>(List.of()),
        trainers);
  }

  /**
   * The engine to use.
   *
   * @throws IllegalStateException if none is installed
   */
  public Engine engine() {
    if (engines.all().isEmpty()) {
      throw new IllegalStateException(
          "No engine is installed for this platform; install the feature Patchwork TensorFlow.");
    }
    return engines.all().get(0).instance();
  }
}
