// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.patchwork.core.PatchworkException;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.TrainingService;

/** Finds the models that the runs of a project left. */
public final class TrainedModels {
  private TrainedModels() {}

  /**
   * The head of a run: features to probabilities.
   *
   * @param run id or name of a run, or empty for the newest that has a head
   */
  public static Path head(ProjectSession session, String run) throws PatchworkException {
    return find(session, run, TrainingService.HEAD_FOLDER, "head");
  }

  /** The full model of a run: images to probabilities. */
  public static Path full(ProjectSession session, String run) throws PatchworkException {
    return find(
        session, run, TrainingService.FULL_MODEL_FOLDER, "model from images to probabilities");
  }

  private static Path find(ProjectSession session, String run, String folder, String what)
      throws PatchworkException {
    List<RunSummary> runs = session.runs();
    for (RunSummary candidate : runs.reversed()) {
      boolean wanted = run.isEmpty() || candidate.id().equals(run) || run.equals(candidate.name());
      if (wanted && Files.isDirectory(candidate.folder().resolve(folder))) {
        return candidate.folder().resolve(folder);
      }
    }
    String which = run.isEmpty() ? "No run of " + session.name() : "The run " + run;
    throw new PatchworkException(
        which
            + " has a "
            + what
            + ". Runs: "
            + runs.stream().map(RunSummary::id).toList()
            + ". Train one with: patchwork train "
            + session.folder());
  }
}
