// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

/** How MLflow says a run is. The names are those of its servers. */
public enum MlflowStatus {
  /** It is going on, or was killed. */
  RUNNING(1),
  /** It is done. */
  FINISHED(3),
  /** It failed; it may go on. */
  FAILED(4),
  /** It was stopped; it may go on. */
  KILLED(5);

  private final int number;

  MlflowStatus(int number) {
    this.number = number;
  }

  /** The number that stands for it in MLflow's files. */
  int number() {
    return number;
  }
}
