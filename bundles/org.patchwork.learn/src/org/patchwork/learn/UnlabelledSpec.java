// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;
import org.patchwork.image.augmentation.AugmentationSpec;

/**
 * The use a run makes of images without labels.
 *
 * @param id contribution to {@code org.patchwork.learn.semiSupervised}
 * @param parameters its parameters by name; missing ones keep their default
 * @param weight factor of its loss; 0 leaves it out
 * @param ratio unlabelled images in a step for each labelled one
 * @param strong augmentation of the strong view, where there is one
 */
public record UnlabelledSpec(
    String id, Map<String, Object> parameters, double weight, int ratio, AugmentationSpec strong) {
  public UnlabelledSpec {
    parameters = Map.copyOf(parameters);
    if (ratio < 1 || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "Unlabelled images need a ratio of at least 1 and a weight of at least 0, not "
              + ratio
              + " and "
              + weight);
    }
  }
}
