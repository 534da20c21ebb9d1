// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names and forms of augmentations in projects of 2019, so that their settings can still be read.
 * {@code contrast_min} and {@code contrast_max} become one {@code contrast_delta}, the larger of
 * their distances from 1.
 */
final class OldNames {
  private static final Map<String, String> NEW =
      Map.of(
          "max_brightness_delta", "brightness_delta",
          "max_saturation_delta", "saturation_delta",
          "max_hue_delta", "hue_delta",
          "contrast_min", "contrast_delta",
          "contrast_max", "contrast_delta",
          "left_right_flip", "flip_left_right",
          "up_down_flip", "flip_up_down");

  private OldNames() {}

  /** The same with today's names. */
  static AugmentationSpec current(AugmentationSpec spec) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    spec.strengths()
        .forEach(
            (name, value) -> {
              String now = NEW.getOrDefault(name, name);
              if (name.startsWith("contrast_m")) {
                strengths.merge(now, Math.abs(value - 1), Math::max);
              } else {
                strengths.put(now, value);
              }
            });
    return new AugmentationSpec(strengths);
  }
}
