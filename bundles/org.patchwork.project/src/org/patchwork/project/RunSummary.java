// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * One training run as its folder tells it.
 *
 * @param id name of the run folder; sorts by time
 * @param name short name given by the user
 * @param started when it was started, or null if its record does not say
 * @param folder where everything about it lies
 * @param metrics figures by name, as recorded
 * @param predictions true if it left predictions for the images
 * @param problem null, or why its record cannot be read
 */
public record RunSummary(
    String id,
    String name,
    Instant started,
    Path folder,
    Map<String, Double> metrics,
    boolean predictions,
    String problem) {}
