// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.List;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A step towards one goal.
 *
 * @param collect adds gradients up and changes nothing else but statistics and memories; null where
 *     every step changes the weights
 * @param apply changes the weights
 * @param rates what is fed for its optimisers
 */
record GoalStep(NoOp collect, NoOp apply, List<Rate> rates) {

  /**
   * The rate of an optimiser.
   *
   * @param placeholder takes it
   * @param rule the optimiser
   * @param factor of the learning rate
   */
  record Rate(Placeholder<TFloat32> placeholder, UpdateRule rule, double factor) {}
}
