// SPDX-License-Identifier: MIT
package org.patchwork.training.probe;

import java.util.OptionalDouble;

/**
 * What one extractor came to in one experiment.
 *
 * @param experiment number of the draw, from 0
 * @param features name of the features
 * @param images number of images learnt from
 * @param positives how many of them have the class, before labels were turned round
 * @param trainingError share of wrong answers on them, by their true labels, in [0, 1]
 * @param testImages number of images kept apart
 * @param testError share of wrong answers on those, in [0, 1]
 * @param testAuc area under the ROC curve on those, empty if one side is missing
 */
public record ProbePoint(
    int experiment,
    String features,
    int images,
    int positives,
    double trainingError,
    int testImages,
    double testError,
    OptionalDouble testAuc) {}
