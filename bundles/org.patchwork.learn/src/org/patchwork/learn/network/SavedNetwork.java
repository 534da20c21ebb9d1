// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.nio.file.Path;

/**
 * A SavedModel that a network goes on from.
 *
 * @param directory the folder with {@code saved_model.pb}
 * @param signature which of its functions
 * @param output which output of it; empty for the only one, or the one whose name begins with
 *     {@code feature} or {@code embedding}
 * @param batchStatistics true if batch norm uses the statistics of the batch in training and lets
 *     the moving ones follow; false if it keeps those that were saved
 */
public record SavedNetwork(
    Path directory, String signature, String output, boolean batchStatistics) {}
