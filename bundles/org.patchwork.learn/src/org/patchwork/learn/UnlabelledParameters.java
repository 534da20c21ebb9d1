// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;
import java.util.Optional;
import org.patchwork.core.Param;
import org.patchwork.image.augmentation.AugmentationPreset;
import org.patchwork.image.augmentation.AugmentationText;

/**
 * Settings of every semi-supervised loss, as the Train view and {@code patchwork train} show them.
 */
public record UnlabelledParameters(
    @Param(
            label = "Unlabelled weight",
            help = "Factor of the loss on unlabelled images; 0 trains on labelled ones alone.",
            min = 0,
            max = 1000)
        double unlabelledWeight,
    @Param(
            label = "Unlabelled ratio",
            help = "Unlabelled images in a step for each labelled one.",
            min = 1,
            max = 64)
        int unlabelledRatio,
    @Param(
            label = "Strong augmentation",
            help =
                "Random changes of the view that FixMatch trains on: a preset or operations, as in"
                    + " fixmatch-strong,shear=0.1.")
        String strongAugmentation) {

  public UnlabelledParameters {
    AugmentationText.parse(strongAugmentation);
  }

  public UnlabelledParameters() {
    this(0, 1, AugmentationPreset.FIXMATCH_STRONG.id());
  }

  /**
   * The use made of unlabelled images; empty for weight 0.
   *
   * @param id contribution to {@code org.patchwork.learn.semiSupervised}
   * @param parameters its parameters by name
   */
  public Optional<UnlabelledSpec> spec(String id, Map<String, Object> parameters) {
    return unlabelledWeight == 0
        ? Optional.empty()
        : Optional.of(
            new UnlabelledSpec(
                id,
                parameters,
                unlabelledWeight,
                unlabelledRatio,
                AugmentationText.parse(strongAugmentation)));
  }
}
