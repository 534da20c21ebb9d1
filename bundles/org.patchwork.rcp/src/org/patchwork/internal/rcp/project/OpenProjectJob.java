// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectLockedException;
import org.patchwork.project.ProjectSession;

/** Opens a project in the background and shows it, or says why it cannot. */
final class OpenProjectJob extends Job {
  private final ProjectLauncher launcher;
  private final Path folder;
  private final Access access;

  OpenProjectJob(ProjectLauncher launcher, Path folder, Access access) {
    super("Opening " + folder.getFileName());
    this.launcher = launcher;
    this.folder = folder;
    this.access = access;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      ProjectSession session = ProjectSession.open(folder, access, monitor);
      JobOutcome.show(() -> launcher.opened(session));
    } catch (ProjectLockedException e) {
      JobOutcome.show(() -> launcher.locked(folder, e.getMessage()));
    } catch (ProjectFormatException e) {
      JobOutcome.show(() -> launcher.failed(e.getMessage()));
    }
    return Status.OK_STATUS;
  }
}
