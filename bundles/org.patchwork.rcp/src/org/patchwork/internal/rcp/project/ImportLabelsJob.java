// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;

/** Reads a CSV and brings it into the open project. */
public final class ImportLabelsJob extends Job {
  private final ProjectLauncher launcher;
  private final OpenProject open;
  private final ProjectSession session;
  private final Path file;

  public ImportLabelsJob(ProjectLauncher launcher, OpenProject open, Path file) {
    super("Importing " + file.getFileName());
    this.launcher = launcher;
    this.open = open;
    this.session = open.session();
    this.file = file;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      ImportResult result =
          ProjectImport.csv(file, session.imageRoot(), launcher.imageLoader(), monitor);
      JobOutcome.show(() -> apply(result));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (ProjectFormatException e) {
      JobOutcome.show(() -> launcher.failed(e.getMessage()));
      return Status.OK_STATUS;
    }
  }

  private void apply(ImportResult result) {
    if (open.session() != session) {
      return; // closed meanwhile
    }
    open.submit(result.edit("Import " + file.getFileName()), "import");
    if (!result.problems().isEmpty()) {
      new ImportProblemsDialog(launcher.shell(), result.problems()).open();
    }
  }
}
