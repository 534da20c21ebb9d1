// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;

/** {@code patchwork history look}: the project as it was behind an event. */
public final class LookBackCommand implements ProjectCommand<LookBackCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Event", help = "Number of the event, as history lists it.", min = 1)
          long event,
      @Param(label = "Out", help = "Label file to write, as export does it; may be left out.")
          String out) {
    public Parameters() {
      this("", 1, "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "event");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    SubMonitor progress = SubMonitor.convert(monitor, 3);
    try (ProjectSession session =
            Projects.read(invocation.context(), p.project(), progress.split(1));
        ProjectSession past = session.events().lookBack(p.event(), progress.split(1))) {
      CommandResult.Builder result =
          CommandResult.builder()
              .value("event", HistoryCommand.values(past.lookingAt()))
              .value("images", past.labels().rows())
              .value("classes", past.classes().stream().map(c -> counts(past, c)).toList())
              .line(
                  "After event %d (%s): %,d images.",
                  p.event(), past.lookingAt().description(), past.labels().rows());
      for (LabelClass each : past.classes()) {
        Map<String, Object> counts = counts(past, each);
        result.line(
            "  %-24s %,10d present %,10d absent",
            each.getName(), counts.get("present"), counts.get("absent"));
      }
      if (!p.out().isEmpty()) {
        Path out = invocation.context().path(p.out());
        ProjectExport.labelsCsv(past, out, progress.split(1));
        result.value("out", out.toString()).line("Written: %s", out);
      }
      return result.build();
    }
  }

  private static Map<String, Object> counts(ProjectSession past, LabelClass each) {
    LabelTable labels = past.labels();
    int index = labels.classIndex(each.getId());
    return Map.of(
        "id", each.getId(),
        "name", each.getName(),
        "present", count(labels, index, LabelTable.PRESENT),
        "absent", count(labels, index, LabelTable.ABSENT));
  }

  private static int count(LabelTable labels, int index, byte value) {
    return labels.count(index, value, false) + labels.count(index, value, true);
  }
}
