// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.Optional;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PredictionTable;

/**
 * What a model says of all images.
 *
 * @param predictions of the model, the mean of an ensemble
 * @param members what each member of an ensemble says; empty for a single model
 * @param hidden what the last layer sees of each image, one row each; empty if that is its
 *     features, or was not asked for
 */
public record Predicted(
    PredictionTable predictions,
    Optional<EnsemblePredictions> members,
    Optional<FeatureMatrix> hidden) {}
