// SPDX-License-Identifier: MIT
/**
 * The samplers, losses, models and feature extractors that Patchwork ships. Each is one class with
 * one parameter record, contributed in {@code plugin.xml} through the same extension points as
 * anyone else's; nobody requires this bundle.
 *
 * <p>Start reading at {@link org.patchwork.learn.algorithms.MarginSampler} for a sampler and at
 * {@link org.patchwork.learn.algorithms.MaskedBinaryCrossEntropy} for a loss. Everything is
 * stateless and may be called from any thread.
 */
package org.patchwork.learn.algorithms;
