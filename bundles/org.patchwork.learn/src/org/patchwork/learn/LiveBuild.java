// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Optional;
import java.util.function.Predicate;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;

/**
 * What an engine needs to build a network into which more goes than labelled features: images,
 * through an extractor that is part of it; unlabelled inputs beside the labelled ones; or both.
 *
 * @param inputShape shape of one input, without the batch: an image if there is an extractor, else
 *     its features
 * @param extractor from images to features; empty if the inputs are features
 * @param outputs number of outputs
 * @param vector from features to {@code [n, k]}
 * @param output from {@code [n, k]} to {@code [n, outputs]}
 * @param loss from target and output to a scalar
 * @param unlabelled the loss on unlabelled inputs, if there is one
 * @param optimizer optimiser
 * @param weightDecay factor of ½Σ kernel² in the loss, 0 for none; the extractor's kernels take
 *     part while they are trained
 * @param decayed which other kernels take weight decay, by weight name
 * @param seed seed of initial weights and dropout
 */
public record LiveBuild(
    int[] inputShape,
    Optional<ExtractorBuild> extractor,
    int outputs,
    NetworkFunction vector,
    NetworkFunction output,
    LossFunction loss,
    Optional<UnlabelledBuild> unlabelled,
    Optimizer optimizer,
    double weightDecay,
    Predicate<String> decayed,
    long seed) {}
