// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.report.Footer;
import org.patchwork.internal.cli.report.ProjectReport;
import org.patchwork.project.ProjectSession;

/** Writes a page about a project. */
public final class ReportCommand implements ProjectCommand<ReportCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Out", help = "HTML file to write; else report.html in the project.")
          String out) {
    public Parameters() {
      this("", "");
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
    try (ProjectSession session =
        Projects.read(invocation.context(), parameters.project(), monitor)) {
      Path out =
          parameters.out().isEmpty()
              ? session.folder().resolve("report.html")
              : invocation.context().path(parameters.out());
      new ProjectReport(session).write(List.of(), Footer.of(invocation.context()), out);
      return CommandResult.builder()
          .value("report", out.toString())
          .line("Report: %s", out)
          .build();
    } catch (IOException e) {
      throw new PatchworkException(
          "The report cannot be written: " + e.getMessage() + ". Choose another place with --out.",
          e);
    }
  }
}
