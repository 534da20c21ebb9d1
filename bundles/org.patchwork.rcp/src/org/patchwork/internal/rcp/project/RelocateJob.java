// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.FolderMove;
import org.patchwork.project.MovedImages;
import org.patchwork.project.ProjectSession;

/** Makes moved folders the places of the images, and shows the project anew with them. */
public final class RelocateJob extends Job {
  private final ProjectLauncher launcher;
  private final ProjectSession session;
  private final List<FolderMove> moves;

  public RelocateJob(ProjectLauncher launcher, ProjectSession session, List<FolderMove> moves) {
    super("Finding moved images");
    this.launcher = launcher;
    this.session = session;
    this.moves = List.copyOf(moves);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      new MovedImages(session).apply(moves);
      JobOutcome.show(() -> launcher.reopen(session.folder()));
      return Status.OK_STATUS;
    } catch (ProjectFormatException e) {
      return Status.error(e.getMessage(), e);
    }
  }
}
