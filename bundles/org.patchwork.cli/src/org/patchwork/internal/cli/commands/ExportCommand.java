// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.Parameter;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.TrainedModels;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;

/** Writes what a project knows for other programs. */
public final class ExportCommand implements ProjectCommand<ExportCommand.Parameters> {

  /** What can be exported. */
  public enum What {
    /** Label file as pandas writes it. */
    LABELS,
    /** Probabilities of all images as CSV. */
    PREDICTIONS,
    /** SavedModel from features to probabilities. */
    HEAD,
    /** SavedModel from images to probabilities. */
    MODEL
  }

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "What",
              help =
                  "labels and predictions are CSV; head (features to probabilities) and model"
                      + " (images to probabilities) are SavedModels of the newest run.")
          What what,
      @Param(label = "Out", help = "File or folder to write.") String out,
      @Param(label = "Run", help = "Take the model of this run; else of the newest.") String run) {
    public Parameters() {
      this("", What.LABELS, "", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> required() {
    return List.of("project", "out");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    Path out = invocation.context().path(parameters.out());
    try (ProjectSession session = Projects.read(invocation.context(), parameters.project(), null)) {
      switch (parameters.what()) {
        case LABELS -> ProjectExport.labelsCsv(session, out, monitor);
        case PREDICTIONS -> ProjectExport.predictionsCsv(session, out, monitor);
        case HEAD -> copy(TrainedModels.head(session, parameters.run()), out);
        default -> copy(TrainedModels.full(session, parameters.run()), out);
      }
    }
    return CommandResult.builder()
        .value("what", Parameter.choiceName(parameters.what()))
        .value("out", out.toString())
        .line("Written: %s", out)
        .build();
  }

  private static void copy(Path model, Path target) throws PatchworkException {
    if (Files.exists(target)) {
      throw new PatchworkException(target + " exists already; choose another folder with --out.");
    }
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.toList()) {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.copy(file, target.resolve(model.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new PatchworkException(
          "The model cannot be copied to " + target + ": " + e.getMessage() + ".", e);
    }
  }
}
