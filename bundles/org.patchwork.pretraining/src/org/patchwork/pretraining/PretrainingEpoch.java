// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An epoch of a run.
 *
 * @param epoch number, from 1; 0 is the network before it learns
 * @param steps optimiser steps so far
 * @param seconds time of training, without checks; null after a break within the epoch
 * @param measures means over the epoch of what the trainer measures, {@code loss} first, after a
 *     break over the steps since; for epoch 0 what the pixels are worth, {@link #PIXELS_PROBE} and
 *     {@link #PIXELS_NEIGHBOURS}, if there are labels
 * @param check what the features were worth after it
 */
public record PretrainingEpoch(
    int epoch, long steps, Double seconds, Map<String, Double> measures, FeatureCheck check) {
  /**
   * Part of the test images that a linear classifier gets right from their pixels, shrunk to at
   * most 32×32; only in epoch 0.
   */
  public static final String PIXELS_PROBE = "pixels_probe_accuracy";

  /** Part of them that their 5 nearest neighbours by the same pixels get right; only in epoch 0. */
  public static final String PIXELS_NEIGHBOURS = "pixels_neighbour_accuracy";

  public PretrainingEpoch {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /** What came of it, in one line. */
  public String text() {
    StringBuilder line = new StringBuilder();
    line.append(epoch == 0 ? "Untrained" : "Epoch " + epoch);
    if (measures.containsKey("loss")) {
      line.append(String.format(Locale.ROOT, ", loss %.4f", measures.get("loss")));
    }
    if (check.probeAccuracy() != null) {
      line.append(
          String.format(
              Locale.ROOT,
              ": linear probe %.1f %%, neighbours %.1f %% of %,d labelled images",
              100 * check.probeAccuracy(),
              100 * check.neighbourAccuracy(),
              check.labelled()));
    }
    return line.append(
            String.format(Locale.ROOT, "; spread %.2f, rank %.1f", check.spread(), check.rank()))
        .toString();
  }
}
