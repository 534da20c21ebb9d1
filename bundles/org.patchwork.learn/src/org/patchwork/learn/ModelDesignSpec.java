// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Map;

/**
 * A model design as ids and named values, the form in which designs are stored and recorded.
 *
 * @param fineTuningId contribution to {@code org.patchwork.learn.fineTuningModels}
 * @param fineTuning its parameters by name; missing ones keep their default
 * @param outputId contribution to {@code org.patchwork.learn.outputModels}
 * @param output its parameters by name
 */
public record ModelDesignSpec(
    String fineTuningId, Map<String, Object> fineTuning, String outputId, Map<String, Object> output) {

  public ModelDesignSpec {
    fineTuning = Map.copyOf(fineTuning);
    output = Map.copyOf(output);
  }
}
