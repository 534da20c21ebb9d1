// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImportProblem;

/**
 * Makes a project in the background, opens it, lists what was odd, and starts computing features.
 */
final class CreateProjectJob extends Job {
  private final ProjectLauncher launcher;
  private final ProjectDraft draft;

  CreateProjectJob(ProjectLauncher launcher, ProjectDraft draft) {
    super("Making " + draft.name());
    this.launcher = launcher;
    this.draft = draft;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      ProjectCreation made = ProjectCreation.make(draft, launcher.imageLoader(), monitor);
      JobOutcome.show(() -> show(made));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (ProjectFormatException e) {
      JobOutcome.show(() -> launcher.failed(e.getMessage()));
      return Status.OK_STATUS;
    }
  }

  private void show(ProjectCreation made) {
    launcher.opened(made.session());
    launcher.computeFeatures(made.session(), draft.features());
    List<ImportProblem> problems = made.problems();
    if (!problems.isEmpty()) {
      new ImportProblemsDialog(launcher.shell(), problems).open();
    }
  }
}
