// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.Locale;
import java.util.Optional;

/**
 * What the features of an encoder are worth at some moment. Features are pooled over the image.
 *
 * @param labelled labelled images that were used, 0 if there were too few
 * @param probeAccuracy part of the test images that a linear classifier gets right; null without
 *     labels
 * @param neighbourAccuracy part of the test images that their 5 nearest neighbours get right; null
 *     without labels
 * @param alignment mean squared distance of two views of an image, at unit length (Wang and Isola
 *     2020)
 * @param uniformity log of the mean of exp(−2 |a − b|²) over different images (Wang and Isola
 *     2020); lower is more spread out
 * @param uniformityUnsquared the same with distances unsquared and each image with itself, as the
 *     Python package counts
 * @param spread √d · mean standard deviation of unit vectors: near 1 when they fill the sphere, 0
 *     when all are the same; features behind a ReLU, none of them negative, have about .1 to .3
 * @param rank number of directions in which features vary: (Σ λ)² / Σ λ² of their covariance
 */
public record FeatureCheck(
    int labelled,
    Double probeAccuracy,
    Double neighbourAccuracy,
    double alignment,
    double uniformity,
    double uniformityUnsquared,
    double spread,
    double rank) {
  private static final double LITTLE_SPREAD = 0.01;
  private static final double FEW_DIRECTIONS = 1.2;
  private static final int MANY = 1500;

  /** Standard errors that 95 of 100 figures are within. */
  private static final double SURE = 1.96;

  /** What to do when features tell images apart no more. */
  public static final String COLLAPSED =
      "The features have collapsed: they tell images apart no more. Try a lower learning rate,"
          + " stronger augmentation, or another method.";

  /**
   * How much of what the probe says is chance, where that is more than a point or two.
   *
   * @return a sentence; empty with {@value #MANY} labelled images or more, and without any
   */
  public Optional<String> caution() {
    if (probeAccuracy == null || labelled >= MANY) {
      return Optional.empty();
    }
    double tested = labelled / 3.0;
    double error = Math.sqrt(probeAccuracy * (1 - probeAccuracy) / tested);
    return Optional.of(
        String.format(
            Locale.ENGLISH,
            "%,d labelled images: differences below %.0f points are chance",
            labelled,
            Math.ceil(100 * SURE * error)));
  }

  /** True if features tell images apart no more. */
  public boolean collapsed() {
    return spread < LITTLE_SPREAD || rank < FEW_DIRECTIONS;
  }
}
