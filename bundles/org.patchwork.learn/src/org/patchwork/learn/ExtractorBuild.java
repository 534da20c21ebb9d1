// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * A feature extractor as part of a network under training. It always computes what it computes when
 * features are stored: batch norm uses the statistics it was saved with, and they never change.
 *
 * @param extractor made by the same engine; read once, not closed
 * @param trainable true if its weights are to be trained from some step on; statistics and weights
 *     that were saved as not trainable stay as they are even then
 * @param rateFactor its learning rate as a part of that of the rest
 */
public record ExtractorBuild(FeatureExtractor extractor, boolean trainable, double rateFactor) {}
