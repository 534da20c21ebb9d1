// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.pretraining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;
import org.patchwork.workflow.TextSearch;

/** Finds images by words, with what a run of CLIP or LiT has learnt. */
public final class FindCommand implements ProjectCommand<FindCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Text", help = "What to look for, in quotes if it has several words.")
          String text,
      @Param(
              label = "Run",
              help = "Name of the pre-training run whose models are taken; else the only one.")
          String run,
      @Param(label = "Count", help = "Number of images.", min = 1, max = 100000) int count) {
    public Parameters() {
      this("", "", "", 9);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "text");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    try (ProjectSession session = Projects.open(context, parameters.project(), null)) {
      TextSearch.Found found =
          new TextSearch(session, context.images(), context.algorithms())
              .find(parameters.run(), parameters.text(), parameters.count(), monitor);
      CommandResult.Builder result = CommandResult.builder().value("run", found.run());
      List<Map<String, Object>> images = new ArrayList<>();
      for (int i = 0; i < found.rows().length; i++) {
        String path = session.labels().path(found.rows()[i]);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("row", found.rows()[i]);
        entry.put("filepath", path);
        entry.put("cosine", found.cosines()[i]);
        images.add(entry);
        result.line("%.3f  %s", found.cosines()[i], path);
      }
      return result.value("images", images).build();
    }
  }
}
