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

/** Deletes runs and feature sets, after asking: they leave the disk and undo does not help. */
final class Removal {
  private final Composite owner;
  private final OpenProject open;

  Removal(Composite owner, OpenProject open) {
    this.owner = owner;
    this.open = open;
  }

  /** Whether the line can be deleted for good. */
  static boolean handles(ExplorerNode node) {
    return node.kind() == ExplorerNode.Kind.RUN || node.kind() == ExplorerNode.Kind.FEATURES;
  }

  /** Asks, and deletes in the background if the answer is yes. */
  void ask(ExplorerNode node) {
    ProjectSession session = open.session();
    boolean run = node.kind() == ExplorerNode.Kind.RUN;
    String question =
        run
            ? "Delete the run " + node.text() + " with its model and predictions from the disk?"
            : "Delete the features " + node.text() + " from the disk? They can be computed again.";
    int answer =
        MessageDialog.open(
            MessageDialog.QUESTION,
            owner.getShell(),
            run ? "Delete run" : "Delete features",
            question + " Labels are not touched. This cannot be undone.",
            SWT.NONE,
            "Delete",
            "Cancel");
    if (answer == 0 && session != null) {
      new RemovalJob(session, node).schedule();
    }
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
