// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.util.Map;

/** How a new project gets its features. */
public sealed interface FeatureChoice {
  /** Compute them with an installed extractor. */
  record Extract(String typeId, Map<String, Object> parameters) implements FeatureChoice {
    public Extract {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Take them from a NumPy file, one row per image. */
  record Npy(Path file) implements FeatureChoice {}

  /** None for now. */
  record None() implements FeatureChoice {}
}
