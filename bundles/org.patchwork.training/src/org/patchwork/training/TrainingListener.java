// SPDX-License-Identifier: MIT
package org.patchwork.training;

/** Follows a run. Called on the thread that runs it; should return at once. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /** Some steps were done; at most ten calls a second, and one for the last step. */
  default void step(StepReport report) {}

  /** An epoch was done. */
  default void epoch(EpochReport report) {}
}
