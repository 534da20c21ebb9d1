// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.Param;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.AugmentationText;

/**
 * Settings of training from the images, as the Train view and {@code patchwork train} show them.
 */
public record LiveParameters(
    @Param(
            label = "Live extractor",
            help =
                "Train from the images, through the extractor at every step, instead of from the"
                    + " features on disk. Slower, but images can be augmented and the extractor"
                    + " trained.")
        boolean live,
    @Param(
            label = "Augmentation",
            help =
                "Random changes of the training images: project for those of the Augmentation"
                    + " view, a preset such as default or none, or operations as in"
                    + " default,zoom_scale=0.4.")
        String augmentation,
    @Param(
            label = "Fine-tune after",
            help =
                "Train the extractor, too, after so many epochs; 0 from the start, -1 never. Its"
                    + " batch-norm statistics stay as they are.",
            min = -1,
            max = 10000)
        int fineTuneAfter,
    @Param(
            label = "Extractor rate",
            help =
                "Learning rate of the extractor as a part of that of the head; small, so that what"
                    + " it has learnt is not lost (Howard and Ruder 2018).",
            min = 0,
            max = 1)
        double extractorRate) {

  /** Takes the augmentation that stands in the project. */
  public static final String PROJECT = "project";

  public LiveParameters {
    if (!augmentation.strip().equalsIgnoreCase(PROJECT)) {
      AugmentationText.parse(augmentation);
    }
  }

  public LiveParameters() {
    this(false, PROJECT, -1, 0.1);
  }

  /**
   * Where the features of a run come from.
   *
   * @param project the augmentation that stands in the project
   */
  public FeatureSource source(AugmentationSpec project) {
    if (!live) {
      return FeatureSource.STORED;
    }
    AugmentationSpec chosen =
        augmentation.strip().equalsIgnoreCase(PROJECT)
            ? project
            : AugmentationText.parse(augmentation);
    return new FeatureSource.Live(chosen, fineTuneAfter, extractorRate);
  }
}
