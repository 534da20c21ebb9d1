// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.util.Map;

/**
 * A student to train.
 *
 * @param name short name of the run
 * @param network architecture, by id or short id
 * @param networkParameters its parameters by name; missing ones keep their default
 * @param parameters settings of the run
 */
public record DistillationSpec(
    String name,
    String network,
    Map<String, Object> networkParameters,
    DistillationParameters parameters) {
  public DistillationSpec {
    networkParameters = Map.copyOf(networkParameters);
  }
}
