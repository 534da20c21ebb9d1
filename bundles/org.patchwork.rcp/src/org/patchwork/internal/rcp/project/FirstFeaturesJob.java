// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageLoader;
import org.patchwork.project.ImportProblem;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/**
 * Computes the features of a new project and draws its first page. Cancelled or killed, it goes on
 * where it stopped when features are asked for again.
 */
final class FirstFeaturesJob extends Job {
  private final OpenProject open;
  private final Installed installed;
  private final ProjectSession session;
  private final FeatureChoice choice;

  FirstFeaturesJob(
      OpenProject open, Installed installed, ProjectSession session, FeatureChoice choice) {
    super("Computing features of " + session.name());
    this.open = open;
    this.installed = installed;
    this.session = session;
    this.choice = choice;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      List<ImportProblem> unreadable = compute(monitor);
      JobOutcome.show(() -> computed(unreadable));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (PatchworkException | IllegalArgumentException | IllegalStateException e) {
      return Status.error(e.getMessage(), e);
    }
  }

  /** Returns the images that could not be read and so have no features. */
  private List<ImportProblem> compute(IProgressMonitor monitor) throws PatchworkException {
    switch (choice) {
      case FeatureChoice.Extract extract -> {
        return extract(extract, monitor);
      }
      case FeatureChoice.Npy npy -> {
        String id = npy.file().getFileName().toString().replaceFirst("\\.npy$", "");
        session.importFeatures(npy.file(), id, monitor);
        session.activateFeatures(id);
      }
      case FeatureChoice.None none -> SubMonitor.done(monitor);
    }
    return List.of();
  }

  private List<ImportProblem> extract(FeatureChoice.Extract extract, IProgressMonitor monitor)
      throws PatchworkException {
    String id = installed.algorithms().featureExtractors().require(extract.typeId()).shortId();
    Path folder = session.newFeatureFolder(id);
    FeatureRequest request = new FeatureRequest(extract.typeId(), extract.parameters(), 0);
    FeatureSetInfo info =
        new FeatureService(installed.algorithms())
            .extract(
                request,
                session.images(new ImageLoader(installed.readers())),
                folder,
                progress -> monitor.subTask(progress.text()),
                monitor);
    session.activateFeatures(id);
    return info.unreadable().stream().map(FirstFeaturesJob::problem).toList();
  }

  private static ImportProblem problem(FeatureSetInfo.UnreadableImage image) {
    return new ImportProblem(ImportProblem.Kind.UNREADABLE, image.path(), 0, image.problem());
  }

  private void computed(List<ImportProblem> unreadable) {
    if (open.session() != session) {
      return; // another project was opened meanwhile
    }
    if (!unreadable.isEmpty()) {
      new ImportProblemsDialog(Display.getDefault().getActiveShell(), unreadable).open();
    }
    drawFirstPage();
  }

  private void drawFirstPage() {
    try {
      FirstPage.draw();
    } catch (org.eclipse.core.commands.common.CommandException e) {
      ILog.of(FirstFeaturesJob.class).warn("The first page could not be drawn", e);
    }
  }
}
