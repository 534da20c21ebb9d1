// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.Contradiction;

/** {@code patchwork classes check}: labels that contradict each other, and those that follow. */
public final class CheckClassesCommand implements ProjectCommand<CheckClassesCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Show",
              help = "Number of images to list for each contradiction.",
              min = 0,
              max = 1_000_000)
          int show) {
    public Parameters() {
      this("", 10);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try (ProjectSession session =
        Projects.read(invocation.context(), parameters.project(), progress.split(1))) {
      List<Contradiction> found =
          Contradiction.find(session.labels(), session.implications(), progress.split(1));
      List<Map<String, Object>> values = new ArrayList<>();
      CommandResult.Builder result = CommandResult.builder();
      for (Contradiction each : found) {
        List<String> paths =
            Arrays.stream(each.rows())
                .limit(parameters.show())
                .mapToObj(session.labels()::path)
                .toList();
        values.add(values(each, paths));
        result.line("%s: %,d images", each.description(), each.rows().length);
        paths.forEach(path -> result.line("  %s", path));
      }
      int implied = session.preview(new Edit.SetImplied(null, Projects.exclusive(session))).cells();
      if (found.isEmpty()) {
        result.line("No labels contradict each other.");
      }
      result.line("%,d unknown labels follow from known ones (patchwork classes imply).", implied);
      return result.value("contradictions", values).value("implied", implied).build();
    }
  }

  private static Map<String, Object> values(Contradiction contradiction, List<String> paths) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("description", contradiction.description());
    values.put("kind", contradiction.rule().hierarchy() ? "parent" : "group");
    values.put("group", contradiction.rule().group());
    values.put("images", contradiction.rows().length);
    values.put("paths", paths);
    return values;
  }
}
