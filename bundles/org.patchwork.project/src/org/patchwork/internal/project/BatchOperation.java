// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.LabelsChanged;

/**
 * One edit in the operation history. Holds the number of its event only; what to undo is read from
 * the log.
 */
final class BatchOperation extends AbstractOperation {
  private final long batch;
  private final EditExecutor executor;

  BatchOperation(long batch, String description, EditExecutor executor, IUndoContext context) {
    super(description);
    this.batch = batch;
    this.executor = executor;
    addContext(context);
  }

  @Override
  public IStatus execute(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    throw new ExecutionException("An edit is put into the history after it was done.");
  }

  @Override
  public IStatus undo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    return reverse(LabelsChanged.Kind.UNDO);
  }

  @Override
  public IStatus redo(IProgressMonitor monitor, IAdaptable info) throws ExecutionException {
    return reverse(LabelsChanged.Kind.REDO);
  }

  private IStatus reverse(LabelsChanged.Kind kind) throws ExecutionException {
    try {
      executor.reverse(batch, getLabel(), kind);
      return Status.OK_STATUS;
    } catch (ProjectFormatException e) {
      throw new ExecutionException(e.getMessage(), e);
    }
  }
}
