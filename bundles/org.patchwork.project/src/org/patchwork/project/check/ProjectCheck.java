// SPDX-License-Identifier: MIT
package org.patchwork.project.check;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.check.FolderCheck;
import org.patchwork.internal.project.check.ProjectRepair;

/**
 * Looks at everything in a project folder: the database as SQLite sees it, every label, class and
 * event, whether the events lead to the present labels, the settings, features and images.
 */
public final class ProjectCheck {
  private final Path project;

  /** A check of a project folder. */
  public ProjectCheck(Path project) {
    this.project = project.toAbsolutePath().normalize();
  }

  /**
   * Checks; changes nothing, also beside somebody who labels. Minutes for millions of edits.
   *
   * @param images true to look for every image file, too
   * @return what was found, the worst first; empty if all is well
   * @throws ProjectFormatException if the folder holds no project, or one of a newer version
   */
  public List<Finding> run(boolean images, IProgressMonitor monitor) throws ProjectFormatException {
    return new FolderCheck(project).run(images, monitor);
  }

  /**
   * Repairs what a check finds. The store as it was is kept beside.
   *
   * @return what was done, in sentences; empty if there was nothing to do
   * @throws org.patchwork.project.ProjectLockedException if the project is open somewhere
   * @throws ProjectFormatException if too little is left, or the folder cannot be written; says
   *     which backup to take
   */
  public List<String> repair(InstantSource clock, IProgressMonitor monitor)
      throws ProjectFormatException {
    return new ProjectRepair(project, clock).run(monitor);
  }
}
