// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import java.util.List;
import org.patchwork.training.StepReport;

/** Follows a distillation. Called on the thread that runs it; should return at once. */
public interface DistillationListener {
  /** Hears nothing. */
  DistillationListener NONE = new DistillationListener() {};

  /** Some steps were done; at most ten calls a second, and one for the last step. */
  default void step(StepReport report) {}

  /**
   * An epoch was done; those of an earlier run that this one goes on from are told again.
   *
   * @param worst what the student is most wrong about, one entry for each class; for epochs of an
   *     earlier run as it was when that stopped
   */
  default void epoch(StudentEpoch epoch, List<WorstPrediction> worst) {}
}
