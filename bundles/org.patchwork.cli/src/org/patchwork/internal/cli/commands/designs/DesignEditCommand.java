// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** A command that changes the designs and then lists them. */
abstract class DesignEditCommand<P extends Record> implements ProjectCommand<P> {

  /** The project folder. */
  abstract String project(P parameters);

  /**
   * Changes the designs.
   *
   * @param designs those of a copy of the project's model
   * @throws IllegalArgumentException if what was asked for does not fit
   */
  abstract void change(Designs designs, Invocation<P> invocation, ProjectSession session);

  @Override
  public final CommandResult run(Invocation<P> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    try (ProjectSession session =
        Projects.open(invocation.context(), project(invocation.parameters()), monitor)) {
      apply(invocation, session);
      return new DesignReport(session, invocation.context().algorithms()).list();
    }
  }

  private void apply(Invocation<P> invocation, ProjectSession session) throws PatchworkException {
    try {
      session.updateSettings(model -> change(new Designs(model), invocation, session)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException misfit) {
        throw misfit;
      } else if (e.getCause() instanceof PatchworkException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
