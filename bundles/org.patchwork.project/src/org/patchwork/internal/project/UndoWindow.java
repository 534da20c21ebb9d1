// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.patchwork.core.ProjectFormatException;

/**
 * The part of the event log that stands in the workbench's operation history: the steps around the
 * present, so that memory does not grow with the log. When one side is used up, the window is
 * filled again from the log; there is no end to undo before the first edit of the project. Used on
 * the writer thread.
 */
final class UndoWindow {
  /** Steps on each side of the present after filling. */
  static final int SIDE = 50;

  private final IOperationHistory history;
  private final IUndoContext context;
  private final LabelDatabase database;
  private final EditExecutor executor;
  private volatile boolean filling;

  UndoWindow(
      IOperationHistory history,
      IUndoContext context,
      LabelDatabase database,
      EditExecutor executor) {
    this.history = history;
    this.context = context;
    this.database = database;
    this.executor = executor;
    history.setLimit(context, 2 * SIDE);
  }

  /** True while steps are moved about in the history without being carried out. */
  boolean filling() {
    return filling;
  }

  /** A new edit; what could be done again before no longer can. */
  void add(long batch, String description) {
    history.add(new BatchOperation(batch, description, executor, context));
  }

  /** To be called after a step. */
  void refill() throws ProjectFormatException {
    if (history.getUndoHistory(context).length == 0
        || history.getRedoHistory(context).length == 0) {
      fill();
    }
  }

  /** Puts the steps around the present into the history. */
  void fill() throws ProjectFormatException {
    List<LoggedEdit> undone = database.nextUndone(SIDE);
    history.dispose(context, true, true, false);
    database.lastDone(SIDE).forEach(edit -> add(edit.batch(), edit.description()));
    undone.forEach(edit -> add(edit.batch(), edit.description()));
    filling = true;
    try {
      for (int i = 0; i < undone.size(); i++) {
        history.undo(context, null, null);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Moving steps about does nothing that could fail", e);
    } finally {
      filling = false;
    }
  }
}
