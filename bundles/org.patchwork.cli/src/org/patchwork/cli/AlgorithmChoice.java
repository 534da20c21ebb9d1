// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.util.Map;

/**
 * An installed algorithm as the user chose it.
 *
 * @param id full id of the contribution
 * @param given true if the user named it, false if it is the default
 * @param parameters the parameters the user gave, by name, as text; the others keep their default
 */
public record AlgorithmChoice(String id, boolean given, Map<String, Object> parameters) {
  public AlgorithmChoice {
    parameters = Map.copyOf(parameters);
  }
}
