// SPDX-License-Identifier: MIT
package org.patchwork.project;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.VoteTable;
import org.patchwork.internal.project.OpenedProject;

/** Who labels in a project, and what each of them said. */
public final class Annotators {
  private final OpenedProject project;

  Annotators(OpenedProject project) {
    this.project = project;
  }

  /** Which of several answers counts; changed by {@link Edit.SetVotePolicy}. Never waits. */
  public VotePolicy policy() {
    return project.votePolicy();
  }

  /** Names who undoes and does again from now on; edits name their annotator themselves. */
  public void signAs(String annotator) {
    project.signAs(annotator);
  }

  /**
   * What each annotator answered, as it is on disk now. Reads the disk: a second for tens of
   * millions of answers. Edits go on meanwhile.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor was cancelled
   */
  public VoteTable votes(IProgressMonitor monitor) throws ProjectFormatException {
    return project.votes(monitor);
  }
}
