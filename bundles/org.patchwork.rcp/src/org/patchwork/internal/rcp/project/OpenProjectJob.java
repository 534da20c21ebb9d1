// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Files;
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
      launcher.closing().handle((closed, error) -> null).join(); // it may be the same project
      ProjectSession session = ProjectSession.open(folder, access, monitor);
      JobOutcome.show(() -> launcher.opened(session));
    } catch (ProjectLockedException e) {
      JobOutcome.show(() -> launcher.locked(folder, e.getMessage()));
    } catch (ProjectFormatException e) {
      boolean gone = !Files.isDirectory(folder);
      JobOutcome.show(() -> failed(e, gone));
    }
    return Status.OK_STATUS;
  }

  private void failed(ProjectFormatException e, boolean gone) {
    if (gone) {
      launcher.forget(folder);
    }
    launcher.failed(e.getMessage());
  }
}
