// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which features are wanted.
 *
 * @param typeId contribution to {@code org.patchwork.learn.featureExtractors}, by id or short id
 * @param parameters its parameters by name; missing ones keep their default
 * @param seed seed with which an extractor that learns from the images is fitted
 */
public record FeatureRequest(String typeId, Map<String, Object> parameters, long seed) {
  public FeatureRequest {
    Objects.requireNonNull(typeId);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
