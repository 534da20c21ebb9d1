// SPDX-License-Identifier: MIT
package org.patchwork.project;

import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;

/** The predictions of runs, whether they are those on display or not. */
public final class RunPredictions {
  private RunPredictions() {}

  /**
   * What a run predicted, or null if there is no such run or it left no predictions. Reads the
   * disk.
   *
   * @throws ProjectFormatException if its files do not fit together; names the run
   */
  public static PredictionTable of(ProjectSession session, String runId)
      throws ProjectFormatException {
    return session.project.derived().runs().predictions(runId);
  }
}
