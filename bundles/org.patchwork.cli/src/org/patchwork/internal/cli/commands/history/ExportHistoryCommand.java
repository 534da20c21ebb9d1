// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.history;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.EventFilter;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;

/** {@code patchwork history export}: the event log as CSV, one row per changed cell. */
public final class ExportHistoryCommand implements ProjectCommand<ExportHistoryCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Out", help = "CSV file to write; one row for each label that changed.")
          String out,
      @Param(label = "Of class", help = EventChoice.CLASS) String ofClass,
      @Param(label = "Annotator", help = EventChoice.ANNOTATOR) String annotator,
      @Param(label = "From", help = EventChoice.FROM) String from,
      @Param(label = "To", help = EventChoice.TO) String to) {
    public Parameters() {
      this("", "", "", "", "", "");
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
    Parameters p = invocation.parameters();
    Path out = invocation.context().path(p.out());
    try (ProjectSession session = Projects.read(invocation.context(), p.project(), null)) {
      EventFilter filter =
          EventChoice.filter(session, p.ofClass(), p.annotator(), p.from(), p.to());
      long rows = ProjectExport.eventsCsv(session, filter, out, monitor);
      return CommandResult.builder()
          .value("out", out.toString())
          .value("rows", rows)
          .line("Written: %s (%,d changed labels and flags)", out, rows)
          .build();
    }
  }
}
