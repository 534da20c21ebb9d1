// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named model design as it stands in a project: ids of contributions, and their parameters as
 * text by name; a parameter that is not named keeps its default.
 *
 * @param name what people call it; unique in a project
 * @param fineTuningId contribution to {@code org.patchwork.learn.fineTuningModels}
 * @param fineTuning its parameters
 * @param outputId contribution to {@code org.patchwork.learn.outputModels}
 * @param output its parameters
 * @param lossId contribution to {@code org.patchwork.learn.losses}, or empty for the output model's
 *     own
 * @param loss its parameters
 * @param classWeights how labels are weighted, as users type it; empty for none
 */
public record StoredDesign(
    String name,
    String fineTuningId,
    Map<String, String> fineTuning,
    String outputId,
    Map<String, String> output,
    String lossId,
    Map<String, String> loss,
    String classWeights) {

  public StoredDesign {
    fineTuning = ordered(fineTuning);
    output = ordered(output);
    lossId = lossId == null ? "" : lossId;
    loss = ordered(loss);
    classWeights = classWeights == null ? "" : classWeights;
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The same design under another name. */
  public StoredDesign withName(String newName) {
    return new StoredDesign(
        newName, fineTuningId, fineTuning, outputId, output, lossId, loss, classWeights);
  }
}
