// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;

/** Writes labels or predictions as a CSV. */
public final class ExportJob extends Job {
  private final ProjectSession session;
  private final Path file;
  private final boolean predictions;

  public ExportJob(ProjectSession session, Path file, boolean predictions) {
    super("Writing " + file.getFileName());
    this.session = session;
    this.file = file;
    this.predictions = predictions;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      if (predictions) {
        ProjectExport.predictionsCsv(session, file, monitor);
      } else {
        ProjectExport.labelsCsv(session, file, monitor);
      }
      return Status.OK_STATUS;
    } catch (ProjectFormatException e) {
      return Status.error(e.getMessage(), e);
    }
  }
}
