// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the features of a run are worth to a linear probe beside what costs nothing.
 *
 * @param after accuracy after the last epoch
 * @param untrained accuracy with the untrained network
 * @param pixels accuracy with the pixels themselves; null in runs of versions that did not ask
 */
public record ProbeGain(double after, double untrained, Double pixels) {
  private static final int PERCENT = 100;

  /**
   * The gain of a run.
   *
   * @param epochs its epochs, number 0 first
   * @return empty before the first epoch ends, and without labels
   */
  public static Optional<ProbeGain> of(List<PretrainingEpoch> epochs) {
    if (epochs.size() < 2
        || epochs.getFirst().check().probeAccuracy() == null
        || epochs.getLast().check().probeAccuracy() == null) {
      return Optional.empty();
    }
    PretrainingEpoch first = epochs.getFirst();
    return Optional.of(
        new ProbeGain(
            epochs.getLast().check().probeAccuracy(),
            first.check().probeAccuracy(),
            first.measures().get(PretrainingEpoch.PIXELS_PROBE)));
  }

  /** Accuracy above the untrained network. */
  public double overUntrained() {
    return after - untrained;
  }

  /** Accuracy above raw pixels, or null if theirs is not known. */
  public Double overPixels() {
    return pixels == null ? null : after - pixels;
  }

  /** In words, as in: linear probe 84.2 %, 6.8 points above the start. */
  public String text() {
    String text =
        String.format(
            Locale.ENGLISH,
            "linear probe %.1f %%, %s the start",
            PERCENT * after,
            points(overUntrained()));
    return pixels == null ? text : text + " and " + points(overPixels()) + " raw pixels";
  }

  private static String points(double gain) {
    return String.format(
        Locale.ENGLISH, "%.1f points %s", PERCENT * Math.abs(gain), gain < 0 ? "below" : "above");
  }
}
