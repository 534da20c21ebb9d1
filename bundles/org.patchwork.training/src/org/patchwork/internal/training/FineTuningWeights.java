// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.Set;
import java.util.stream.Collectors;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.ShapeNetwork;

/**
 * Finds out which weights belong to the fine-tuning model: those may take weight decay, the output
 * layer's never.
 */
final class FineTuningWeights {
  private FineTuningWeights() {}

  /** Names of all weights of the fine-tuning model on features of this shape. */
  static Set<String> of(NetworkFunction fineTuning, int[] featureShape) throws TrainingException {
    return ShapeNetwork.outline(featureShape, fineTuning).weights().stream()
        .map(ShapeNetwork.Weight::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
