// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.patchwork.training.EpochReport;
import org.patchwork.training.StepReport;

/** Follows what is trained next and what is being trained, always on the display thread. */
public interface TrainerListener {
  /** Another design or other settings are trained next, or another project is open. */
  default void planChanged() {}

  /** A run begins. */
  default void runStarted() {}

  /** Some steps were done; at most ten calls a second. */
  default void stepped(StepReport report) {}

  /** An epoch was done. */
  default void epochEnded(EpochReport report) {}

  /** The run is over. */
  default void runEnded(RunOutcome outcome) {}
}
