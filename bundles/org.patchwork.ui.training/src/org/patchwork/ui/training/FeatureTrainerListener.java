// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

/** Follows the pre-training of feature extractors, always on the display thread. */
public interface FeatureTrainerListener {
  /** Something else is trained next, or another project is open. */
  default void planChanged() {}

  /** A run was added, removed or has an epoch more, or another one is looked at. */
  default void runsChanged() {}

  /** Some work begins or ends, and there may be something else to say about it. */
  default void stateChanged() {}

  /**
   * Some work is done.
   *
   * @param share in [0, 1]
   * @param text what is being done, and how long it takes yet
   */
  default void progressed(double share, String text) {}

  /** The run that is going on has measured more; see {@link FeatureTrainer#course()}. */
  default void measured() {}
}
