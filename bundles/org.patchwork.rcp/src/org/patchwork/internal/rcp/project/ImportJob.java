// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImportResult;
import org.patchwork.project.ProjectImport;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;

/**
 * Finds images in the background and brings them into the open project as one step; lists what was
 * odd.
 */
public final class ImportJob extends Job {
  /** Looks at the source of an import, for a project. */
  private interface Source {
    ImportResult find(ProjectSession session, IProgressMonitor monitor)
        throws ProjectFormatException;
  }

  /** What the project is to take of what was found. */
  private interface Wish {
    Edit edit(ImportResult found);
  }

  private final ProjectLauncher launcher;
  private final OpenProject open;
  private final ProjectSession session;
  private final Source source;
  private final Wish wish;

  private ImportJob(
      String name, ProjectLauncher launcher, OpenProject open, Source source, Wish wish) {
    super(name);
    this.launcher = launcher;
    this.open = open;
    this.session = open.session();
    this.source = source;
    this.wish = wish;
    setUser(true);
  }

  /** Brings in the images, classes and labels of a CSV. */
  public static ImportJob labels(ProjectLauncher launcher, OpenProject open, Path file) {
    return new ImportJob(
        "Importing " + file.getFileName(),
        launcher,
        open,
        (session, monitor) ->
            ProjectImport.csv(file, session.imageRoot(), launcher.imageLoader(), monitor),
        found -> found.edit("Import " + file.getFileName()));
  }

  /** Adds the images of a folder, without labels. */
  public static ImportJob images(ProjectLauncher launcher, OpenProject open, Path folder) {
    return new ImportJob(
        "Adding the images of " + folder.getFileName(),
        launcher,
        open,
        (session, monitor) ->
            ProjectImport.folder(
                folder, session.imageRoot(), false, null, launcher.imageLoader(), monitor),
        found -> new Edit.AddImages(found.images()));
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      ImportResult result = source.find(session, monitor);
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
    open.submit(wish.edit(result), EditOrigin.IMPORT);
    if (!result.problems().isEmpty()) {
      new ImportProblemsDialog(launcher.shell(), result.problems()).open();
    }
  }
}
