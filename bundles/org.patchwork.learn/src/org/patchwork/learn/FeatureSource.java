// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.image.augmentation.AugmentationSpec;

/** Where the features come from that a run learns from. */
public sealed interface FeatureSource {
  /** The features on disk. */
  FeatureSource STORED = new Stored();

  /** The features on disk, computed once: fast, and the same in every step. */
  record Stored() implements FeatureSource {}

  /**
   * The images themselves, through the extractor of the feature set at every step: slower by what
   * the extractor costs, but images can be augmented and the extractor can be trained.
   *
   * @param augmentation of the training images; none gives the stored features
   * @param fineTuneAfter the extractor is trained, too, after so many epochs; 0 from the start, −1
   *     never
   * @param extractorRate learning rate of the extractor as a part of that of the rest
   */
  record Live(AugmentationSpec augmentation, int fineTuneAfter, double extractorRate)
      implements FeatureSource {

    /** True if the extractor is trained in a run of so many epochs. */
    public boolean fineTunes(int epochs) {
      return fineTuneAfter >= 0 && fineTuneAfter < epochs;
    }
  }
}
