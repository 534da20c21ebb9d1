// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.EditResult;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectListener;

/**
 * Carries edits out: plan, write, show, tell. Everything but reading the state happens on the
 * writer thread; undo and redo asked for elsewhere by the workbench's history wait for it.
 */
public final class EditExecutor {
  private final LabelDatabase database;
  private final ModelStore models;
  private final EditQueue queue;
  private final SessionListeners listeners;
  private final InstantSource clock;
  private final IOperationHistory history;
  private final IUndoContext context;
  private volatile Moment moment;
  private volatile String annotator;
  private EditResult lastReversal;
  private final UndoWindow window;

  EditExecutor(
      LabelDatabase database,
      ModelStore models,
      EditQueue queue,
      SessionListeners listeners,
      InstantSource clock,
      IOperationHistory history,
      IUndoContext context,
      Moment moment) {
    this.database = database;
    this.models = models;
    this.queue = queue;
    this.listeners = listeners;
    this.clock = clock;
    this.history = history;
    this.context = context;
    this.moment = moment;
    this.window = new UndoWindow(history, context, database, this);
  }

  ProjectState state() {
    return moment.state();
  }

  Moment moment() {
    return moment;
  }

  /** Does an edit; on the writer thread. */
  EditResult apply(Edit edit, EditOrigin origin) throws ProjectFormatException {
    EditPlan plan = plan(edit, origin);
    if (plan.changes().isEmpty()) {
      return EditResult.unchanged(plan.description());
    }
    EventRecord event =
        new EventRecord(now(), origin, LabelsChanged.Kind.EDIT, 0, plan.description());
    EditResult result = write(event, plan.changes(), plan.after());
    window.add(result.batch(), plan.description());
    return result;
  }

  private EditPlan plan(Edit edit, EditOrigin origin) throws ProjectFormatException {
    if (edit instanceof Edit.RestoreTo restore) {
      return RestorePlanner.plan(restore.batch(), database, state());
    }
    boolean exclusive = models.model().getSchema().isExclusive();
    Electorate electorate = new Electorate(origin.annotator(), exclusive, database.votes());
    return EditPlanner.plan(edit, state(), database, electorate);
  }

  /** Undoes or does again the newest step that can be; on the writer thread. */
  EditResult step(LabelsChanged.Kind kind) throws ProjectFormatException {
    boolean undo = kind == LabelsChanged.Kind.UNDO;
    try {
      lastReversal = null;
      NullProgressMonitor monitor = new NullProgressMonitor();
      IStatus status =
          undo ? history.undo(context, monitor, null) : history.redo(context, monitor, null);
      if (status.isOK() && lastReversal != null) {
        window.refill();
        return lastReversal;
      }
      return EditResult.unchanged(undo ? "nothing to undo" : "nothing to redo");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProjectFormatException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Takes one logged edit back or does it again; called by the history, on any thread. */
  void reverse(long batch, String description, LabelsChanged.Kind kind)
      throws ProjectFormatException {
    if (!window.filling()) {
      lastReversal = queue.call(() -> reverseNow(batch, description, kind), false);
    }
  }

  private EditResult reverseNow(long batch, String description, LabelsChanged.Kind kind)
      throws ProjectFormatException {
    List<Change> changes = new ArrayList<>();
    for (Change change : database.changes(batch)) {
      changes.add(kind == LabelsChanged.Kind.UNDO ? 0 : changes.size(), directed(change, kind));
    }
    ProjectState after;
    try {
      after = replay(changes);
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      throw database.damagedLog(batch, e);
    }
    EditOrigin origin =
        new EditOrigin(annotator(), kind == LabelsChanged.Kind.UNDO ? "undo" : "redo");
    return write(new EventRecord(now(), origin, kind, batch, description), changes, after);
  }

  /** The state after the changes, which get what the database holds for them. */
  private ProjectState replay(List<Change> changes) throws ProjectFormatException {
    ProjectState after = state();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Change.Rows rows) {
        changes.set(i, database.withStoredRows(rows));
      }
      after = after.with(changes.get(i));
      if (changes.get(i) instanceof Change.Schema schema && schema.before() == null) {
        after = database.withStoredColumn(after, schema.number());
      }
    }
    return after;
  }

  private String annotator() {
    String named = annotator == null ? models.model().getAnnotator() : annotator;
    return named == null ? "" : named;
  }

  /** Names who undoes and does again; null for the one that the project names. */
  void signAs(String name) {
    annotator = name;
  }

  private static Change directed(Change change, LabelsChanged.Kind kind) {
    return kind == LabelsChanged.Kind.UNDO ? change.reversed() : change;
  }

  private EditResult write(EventRecord event, List<Change> changes, ProjectState after)
      throws WriteFailedException {
    ProjectState before = state();
    long batch = database.commit(event, changes, after);
    moment = new Moment(after, batch);
    boolean classes = changes.stream().anyMatch(Change.Schema.class::isInstance);
    if (classes) {
      mirrorClasses();
    }
    EditResult result = result(batch, event.description(), changes, before, after);
    tell(event, result, before, classes);
    if (changes.stream().anyMatch(EditExecutor::concernsVotes)) {
      listeners.tell(ProjectListener::votesChanged);
    }
    return result;
  }

  private static boolean concernsVotes(Change change) {
    return change instanceof Change.Votes || change instanceof Change.Policy;
  }

  private void mirrorClasses() {
    try {
      models.setClasses(state().classes());
    } catch (WriteFailedException e) {
      listeners.tell(
          listener -> listener.writeFailed(e.getMessage())); // they are safe in the database
    }
  }

  private static EditResult result(
      long batch,
      String description,
      List<Change> changes,
      ProjectState before,
      ProjectState after) {
    int oldRows = before.labels().rows();
    BitSet rows = new BitSet();
    for (Change change : changes) {
      if (change instanceof Change.Cells cells) {
        Arrays.stream(cells.rows()).filter(row -> row < oldRows).forEach(rows::set);
      }
    }
    List<String> added =
        after.labels().classIds().stream().filter(id -> before.position(id) < 0).toList();
    int addedRows = after.labels().rows() - oldRows;
    return new EditResult(batch, description, rows.stream().toArray(), addedRows, added);
  }

  private void tell(EventRecord record, EditResult result, ProjectState before, boolean classes) {
    if (classes) {
      listeners.tell(ProjectListener::classesChanged);
    }
    boolean all =
        result.addedRows() != 0 || !before.labels().classIds().equals(state().labels().classIds());
    if (all || result.rows().length > 0) {
      LabelsChanged event =
          new LabelsChanged(
              record.kind(),
              record.origin().source(),
              result.rows(),
              all,
              result.description(),
              result.batch(),
              state().labels());
      listeners.tell(listener -> listener.labelsChanged(event));
    }
  }

  private Instant now() {
    return clock.instant();
  }

  /** Puts the last edits of earlier sessions into the history. */
  void restoreHistory() throws ProjectFormatException {
    window.fill();
  }
}
