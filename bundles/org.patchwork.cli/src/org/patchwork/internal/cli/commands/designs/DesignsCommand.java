// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;

/** {@code patchwork designs}: lists the designs. */
public final class DesignsCommand implements ProjectCommand<DesignsCommand.Parameters> {

  /** Options. */
  public record Parameters(@Param(label = "Project", help = PROJECT) String project) {
    public Parameters() {
      this("");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    try (ProjectSession session =
        Projects.read(invocation.context(), invocation.parameters().project(), monitor)) {
      return new DesignReport(session, invocation.context().algorithms()).list();
    }
  }
}
