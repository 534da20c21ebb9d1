// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An epoch of a run.
 *
 * @param epoch number, from 1; 0 is the network before it learns
 * @param steps optimiser steps so far
 * @param seconds time of training, without checks; null after a break within the epoch
 * @param measures means over the epoch of what the trainer measures, {@code loss} first; empty for
 *     epoch 0, and after a break means over the steps since
 * @param check what the features were worth after it
 */
public record PretrainingEpoch(
    int epoch, long steps, Double seconds, Map<String, Double> measures, FeatureCheck check) {
  public PretrainingEpoch {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }
}
