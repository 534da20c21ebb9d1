// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.learn.network.Node;

/**
 * What the network under training makes of a batch of n unlabelled images, for a {@link
 * SemiSupervised} loss. Batch norm takes its averages from labelled images only.
 */
public interface UnlabelledNodes {
  /**
   * {@code [n, k]}: the vectors between fine-tuning and output model, from the weak view, in
   * training mode.
   */
  Node vectors();

  /** {@code [n, classes]}: probabilities from the weak view, in training mode. */
  Node predictions();

  /**
   * {@code [n, classes]}: probabilities from the weak view in inference mode, without gradient:
   * what the model would answer.
   */
  Node answers();

  /**
   * {@code [n, classes]}: probabilities from the strong view, in training mode; only where {@link
   * SemiSupervised#needsStrongView()}.
   */
  Node strongPredictions();

  /**
   * {@code [n, classes]}: what the teacher answers to the weak view, in inference mode and without
   * gradient; only where there is a {@link SemiSupervised#teacherDecay}.
   */
  Node teacherAnswers();

  /**
   * {@code [subsets, n]}: 1 where an image belongs to a subset; only where {@link
   * SemiSupervised#needsSubsets()}. Subsets without an image in the batch are left out.
   */
  Node subsets();
}
