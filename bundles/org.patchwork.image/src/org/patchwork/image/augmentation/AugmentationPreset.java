// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sets of augmentations with a name. */
public enum AugmentationPreset {
  /** Images as they are. */
  NONE("None"),
  /** A set for photographs and micrographs without an upright. */
  DEFAULT(
      "Default",
      Map.entry("flip_left_right", 1.0),
      Map.entry("flip_up_down", 1.0),
      Map.entry("rot90", 1.0),
      Map.entry("zoom_scale", 0.2),
      Map.entry("brightness_delta", 0.2),
      Map.entry("contrast_delta", 0.1),
      Map.entry("saturation_delta", 0.1),
      Map.entry("hue_delta", 0.05),
      Map.entry("gaussian_blur", 0.2),
      Map.entry("gaussian_noise", 0.2),
      Map.entry("drop_color", 0.2),
      Map.entry("sobel_prob", 0.1),
      Map.entry("mask", 0.2)),
  /** As for contrastive learning (Chen, Kornblith, Norouzi and Hinton 2020). */
  SIMCLR(
      "SimCLR",
      Map.entry("flip_left_right", 1.0),
      Map.entry("zoom_scale", 0.4),
      Map.entry("brightness_delta", 0.8),
      Map.entry("contrast_delta", 0.8),
      Map.entry("saturation_delta", 0.8),
      Map.entry("hue_delta", 0.2),
      Map.entry("gaussian_blur", 0.5)),
  /** As compared in Falcon and Cho 2020. */
  FALCON_CHO(
      "Falcon–Cho",
      Map.entry("flip_left_right", 1.0),
      Map.entry("zoom_scale", 0.1),
      Map.entry("jitter", 1.0),
      Map.entry("gaussian_blur", 0.5),
      Map.entry("drop_color", 0.2)),
  /** What FixMatch guesses labels from (Sohn et al. 2020). */
  FIXMATCH_WEAK("FixMatch weak", Map.entry("flip_left_right", 1.0)),
  /** What FixMatch trains on (Sohn et al. 2020), with the operations there are here. */
  FIXMATCH_STRONG(
      "FixMatch strong",
      Map.entry("flip_left_right", 1.0),
      Map.entry("shear", 0.3),
      Map.entry("zoom_scale", 0.5),
      Map.entry("solarize", 0.25),
      Map.entry("jitter", 1.0),
      Map.entry("gaussian_blur", 0.4),
      Map.entry("gaussian_noise", 0.4),
      Map.entry("autocontrast", 0.25),
      Map.entry("drop_color", 0.25),
      Map.entry("mask", 1.0));

  private final String title;
  private final AugmentationSpec spec;

  @SafeVarargs
  AugmentationPreset(String title, Map.Entry<String, Double>... operations) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    for (Map.Entry<String, Double> operation : operations) {
      strengths.put(operation.getKey(), operation.getValue());
    }
    this.title = title;
    this.spec = new AugmentationSpec(strengths);
  }

  /** As it is shown. */
  public String title() {
    return title;
  }

  /** As it is typed, for example {@code fixmatch-strong}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is switched on. */
  public AugmentationSpec spec() {
    return spec;
  }
}
