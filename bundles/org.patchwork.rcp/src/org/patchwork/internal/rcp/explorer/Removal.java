// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.rcp.ViewIds;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.training.FeatureTrainer;

/**
 * Deletes runs, feature sets and extractors, after asking: they leave the disk and undo does not
 * help.
 */
final class Removal {
  private final Composite owner;
  private final OpenProject open;
  private final FeatureTrainer extractors;

  /**
   * Deletes nothing yet.
   *
   * @param extractors knows which of them is being trained; null where there are none
   */
  Removal(Composite owner, OpenProject open, FeatureTrainer extractors) {
    this.owner = owner;
    this.open = open;
    this.extractors = extractors;
  }

  /** Whether the line can be deleted for good. */
  static boolean handles(ExplorerNode node) {
    return switch (node.kind()) {
      case RUN, FEATURES, EXTRACTOR -> true;
      default -> false;
    };
  }

  /** Asks, and deletes in the background if the answer is yes. */
  void ask(ExplorerNode node) {
    ProjectSession session = open.session();
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            owner.getShell(),
            "Delete " + what(node),
            question(node) + " Labels are not touched. This cannot be undone.",
            SWT.NONE,
            "Delete",
            "Cancel");
    if (answer != 0 || session == null) {
      return;
    } else if (node.kind() == ExplorerNode.Kind.EXTRACTOR) {
      extractors.delete(node.key());
    } else {
      new RemovalJob(session, node).schedule();
    }
  }

  private static String what(ExplorerNode node) {
    return switch (node.kind()) {
      case RUN -> "run";
      case EXTRACTOR -> "extractor";
      default -> "features";
    };
  }

  private static String question(ExplorerNode node) {
    return switch (node.kind()) {
      case RUN ->
          "Delete the run " + node.text() + " with its model and predictions from the disk?";
      case EXTRACTOR ->
          "Delete the extractor "
              + node.text()
              + " with its curves and pictures from the disk? Features made with it stay.";
      default ->
          "Delete the features " + node.text() + " from the disk? They can be computed again.";
    };
  }

  private static final class RemovalJob extends Job {
    private final ProjectSession session;
    private final ExplorerNode node;

    RemovalJob(ProjectSession session, ExplorerNode node) {
      super("Delete " + node.text());
      this.session = session;
      this.node = node;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
      try {
        if (node.kind() == ExplorerNode.Kind.RUN) {
          session.deleteRun(node.key());
        } else {
          session.deleteFeatures(node.key());
        }
        return Status.OK_STATUS;
      } catch (ProjectFormatException e) {
        return new Status(IStatus.ERROR, ViewIds.BUNDLE, e.getMessage(), e);
      }
    }
  }
}
