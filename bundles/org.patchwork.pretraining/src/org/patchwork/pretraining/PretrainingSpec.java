// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is trained, and how.
 *
 * @param trainer contribution to {@code org.patchwork.pretraining.trainers}, by id or short id
 * @param trainerParameters its parameters by name; missing ones keep their default
 * @param network one of {@link org.patchwork.pretraining.networks.BuiltInNetworks}
 * @param networkParameters its parameters by name
 * @param parameters what is the same for all
 */
public record PretrainingSpec(
    String trainer,
    Map<String, Object> trainerParameters,
    String network,
    Map<String, Object> networkParameters,
    PretrainingParameters parameters) {
  public PretrainingSpec {
    trainerParameters = Collections.unmodifiableMap(new LinkedHashMap<>(trainerParameters));
    networkParameters = Collections.unmodifiableMap(new LinkedHashMap<>(networkParameters));
  }
}
