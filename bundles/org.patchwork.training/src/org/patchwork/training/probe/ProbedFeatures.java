// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import org.patchwork.core.FeatureMatrix;

/**
 * Features to probe.
 *
 * @param name shown to people
 * @param features one row per image; not closed by the probe
 */
public record ProbedFeatures(String name, FeatureMatrix features) {}
