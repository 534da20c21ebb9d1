// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.FeatureChoice;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;

/** Makes features from the images of a project. */
public final class FeaturesCommand implements ProjectCommand<FeaturesCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Id",
              help = "Name of the feature set; else it is named after extractor and parameters.")
          String id,
      @Param(label = "Seed", help = "Seed for extractors that learn from the images.") long seed) {
    public Parameters() {
      this("", "", 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(FeatureChoice.option());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    FeatureChoice choice = new FeatureChoice(context, invocation.algorithm("features"));
    String id = parameters.id().isBlank() ? choice.folderName() : parameters.id();
    try (ProjectSession session = Projects.open(context, parameters.project(), null)) {
      Path folder = session.newFeatureFolder(id);
      FeatureSetInfo info =
          choice.make(session.images(context.images()), folder, parameters.seed(), monitor);
      session.activateFeatures(id);
      return CommandResult.builder()
          .value("id", id)
          .value("folder", folder.toString())
          .value("rows", info.rows())
          .value("shape", info.shape())
          .value("unreadable", info.unreadable().size())
          .line(
              "Features \"%s\" of %,d images, shape %s, are active now.",
              id, info.rows(), info.shape())
          .problems(
              info.unreadable().stream().map(FeatureSetInfo.UnreadableImage::problem).toList())
          .build();
    }
  }
}
