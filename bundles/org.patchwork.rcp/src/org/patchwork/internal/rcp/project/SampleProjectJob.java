// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.sample.SampleData;

/**
 * Unpacks the sample images beside a new project over them, without labels, and opens it; opens it
 * if it is there.
 */
final class SampleProjectJob extends Job {
  private final ProjectLauncher launcher;
  private final SampleChoice choice;
  private final Path folder;

  SampleProjectJob(ProjectLauncher launcher, SampleChoice choice, Path folder) {
    super("Making the sample project");
    this.launcher = launcher;
    this.choice = choice;
    this.folder = folder;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    if (Files.exists(folder.resolve("project.patchwork"))) {
      JobOutcome.show(() -> launcher.open(folder));
      return Status.OK_STATUS;
    }
    try {
      SampleData sample = choice.write(folder.resolve("images"), monitor);
      ProjectDraft draft = draft(sample);
      JobOutcome.show(() -> launcher.create(draft));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (ProjectFormatException e) {
      JobOutcome.show(() -> launcher.failed(e.getMessage()));
      return Status.OK_STATUS;
    }
  }

  private ProjectDraft draft(SampleData sample) {
    return new ProjectDraft(
        new ProjectDraft.ImageChoice.Csv(sample.labels()),
        0,
        sample.classes(),
        false,
        false,
        true,
        new FeatureChoice.Extract("kmeans", java.util.Map.of()),
        choice.projectName(),
        folder,
        System.getProperty("user.name", ""));
  }
}
