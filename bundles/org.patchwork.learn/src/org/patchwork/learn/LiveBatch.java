// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * The inputs of one step of a {@link LiveModel}. Arrays may be longer than what is in use, and are
 * filled again after the step.
 *
 * @param inputs the labelled inputs, behind them the unlabelled ones, and behind these their strong
 *     views in the same order if the loss has such; images with values in [0, 1]
 * @param labelled number of labelled inputs
 * @param targets {@code labelled × outputs} values, −1, 0 or 1
 * @param unlabelled number of unlabelled inputs
 * @param subsets {@code subsetCount × unlabelled} values, 1 where an input belongs to a subset;
 *     empty if the loss does not ask for subsets
 * @param subsetCount number of subsets in the batch
 */
public record LiveBatch(
    float[] inputs,
    int labelled,
    float[] targets,
    int unlabelled,
    float[] subsets,
    int subsetCount) {

  /** Labelled inputs only. */
  public static LiveBatch labelled(float[] inputs, float[] targets, int count) {
    return new LiveBatch(inputs, count, targets, 0, new float[0], 0);
  }
}
