// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.learn.network.Node;

/**
 * Values that a loss keeps from step to step, such as a queue of embeddings or a running mean. They
 * stand in the checkpoint under their name. No gradient trains them unless they were asked for with
 * a {@link OwnRule rule}.
 */
public interface Memory {

  /** How a memory starts. */
  enum Start {
    ZEROS,
    ONES,
    /** Each row a direction by lot: normally distributed, brought to unit length. */
    UNIT_NOISE
  }

  /** The values as they were before the step. */
  Node value();

  /**
   * Replaces the values after each step and in each {@linkplain TrainerRun#rehearsals rehearsal}.
   *
   * @param next of the shape of this memory, taken without a gradient
   */
  void becomes(Node next);

  /**
   * A queue: after each step and in each rehearsal these rows stand first, and as many at the end
   * fall out.
   *
   * @param newest {@code [n, …]}, n at most the rows of this memory, taken without a gradient
   */
  void push(Node newest);

  /** The same in rehearsals alone. */
  void pushInRehearsal(Node newest);
}
