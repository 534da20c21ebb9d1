// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.ProjectBackups;

/** Waits until the project is closed, puts a backup in its place and opens it again. */
public final class RestoreBackupJob extends Job {
  private final ProjectLauncher launcher;
  private final Path project;
  private final Backup backup;

  /**
   * A restore.
   *
   * @param project folder of the project; if it is open, it is being closed
   */
  public RestoreBackupJob(ProjectLauncher launcher, Path project, Backup backup) {
    super("Restoring the backup " + backup.name());
    this.launcher = launcher;
    this.project = project;
    this.backup = backup;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    try {
      launcher.closing().join();
      new ProjectBackups(project, InstantSource.system()).restore(backup, progress.split(5));
      ProjectSession session = ProjectSession.open(project, Access.READ_WRITE, progress.split(5));
      JobOutcome.show(() -> launcher.opened(session));
    } catch (ProjectFormatException e) {
      JobOutcome.show(() -> launcher.failed(e.getMessage()));
    } catch (CompletionException e) {
      return Status.OK_STATUS; // it could not be closed, which the user was told
    }
    return Status.OK_STATUS;
  }
}
