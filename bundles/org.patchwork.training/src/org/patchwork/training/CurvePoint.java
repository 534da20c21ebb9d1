// SPDX-License-Identifier: MIT
package org.patchwork.training;

import org.patchwork.learn.Evaluation;

/**
 * How good the model was after some labels.
 *
 * @param sampler sampler as it was asked for
 * @param seed repetition
 * @param labels number of images labelled so far
 * @param evaluation on the test part
 */
public record CurvePoint(String sampler, long seed, int labels, Evaluation evaluation) {}
