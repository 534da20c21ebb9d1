// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.VotePolicy;

/**
 * Finds an earlier state by taking the events since then back, the newest first, in memory: one
 * byte array for each column they touched. Used once, for a store that does not change meanwhile.
 */
final class Retrospect {
  private static final int PROGRESS_STEP = 1000;

  private final LabelDatabase store;
  private final EventLog log;
  private final ProjectState now;
  private final List<ClassDefinition> classes;
  private final Map<Integer, byte[]> columns = new HashMap<>();
  private final PastVotes votes = new PastVotes();
  private VotePolicy policy;
  private int rows;
  private int sharedRows;

  private Retrospect(LabelDatabase store, ProjectState now) {
    this.store = store;
    this.log = new EventLog(store.connection());
    this.now = now;
    this.classes = new ArrayList<>(now.classes());
    this.policy = now.policy();
    this.rows = now.labels().rows();
    this.sharedRows = rows;
  }

  /**
   * The state behind an event.
   *
   * @param batch number of the event
   * @param now the state behind the newest event of the store
   */
  static PastState find(long batch, LabelDatabase store, ProjectState now, SubMonitor monitor)
      throws SQLException, ProjectFormatException {
    Retrospect walk = new Retrospect(store, now);
    walk.goBack(batch, monitor);
    return new PastState(walk.assemble(batch), Math.min(walk.sharedRows, walk.rows), walk.votes);
  }

  private void goBack(long batch, SubMonitor monitor) throws SQLException, ProjectFormatException {
    monitor.setTaskName("Looking back");
    try (PreparedStatement select =
        store
            .connection()
            .prepareStatement(
                "SELECT batch, kind, target FROM events WHERE batch > ? ORDER BY batch DESC")) {
      select.setLong(1, batch);
      try (ResultSet events = select.executeQuery()) {
        for (int done = 0; events.next(); done++) {
          boolean undo = "undo".equals(events.getString(2));
          long edit = "edit".equals(events.getString(2)) ? events.getLong(1) : events.getLong(3);
          takeBack(log.changes(edit), undo);
          if (done % PROGRESS_STEP == 0) {
            monitor.setWorkRemaining(100).split(1);
          }
        }
      }
    }
  }

  private void takeBack(List<Change> changes, boolean undo)
      throws SQLException, ProjectFormatException {
    if (undo) {
      for (Change change : changes) {
        apply(change);
      }
    } else {
      for (int i = changes.size() - 1; i >= 0; i--) {
        apply(changes.get(i).reversed());
      }
    }
  }

  private void apply(Change change) throws SQLException, ProjectFormatException {
    if (change instanceof Change.Cells cells) {
      byte[] values = column(cells.column(), cells.rows()[cells.rows().length - 1] + 1);
      for (int i = 0; i < cells.rows().length; i++) {
        values[cells.rows()[i]] = cells.after()[i];
      }
    } else if (change instanceof Change.Votes answers) {
      votes.set(answers);
    } else if (change instanceof Change.Policy rule) {
      policy = rule.after();
    } else if (change instanceof Change.Rows count) {
      rows = count.after();
      sharedRows = Math.min(sharedRows, rows);
    } else if (change instanceof Change.Schema schema) {
      if (schema.before() != null) {
        classes.remove(schema.beforePosition());
      }
      if (schema.after() != null) {
        classes.add(schema.afterPosition(), schema.after());
      }
    }
  }

  /** The values of a column as far as the walk has come, with room for this many rows. */
  private byte[] column(int number, int capacity) throws SQLException, ProjectFormatException {
    byte[] values = columns.get(number);
    if (values == null) {
      values = present(number, Math.max(capacity, now.labels().rows()));
    } else if (values.length < capacity) {
      int length = values.length;
      values = Arrays.copyOf(values, Math.max(capacity, length * 2));
      Arrays.fill(values, length, values.length, Columns.initial(number));
    }
    columns.put(number, values);
    return values;
  }

  private byte[] present(int number, int capacity) throws SQLException, ProjectFormatException {
    boolean removed =
        number >= Columns.FIRST_CLASS
            && now.classes().stream().noneMatch(c -> c.number() == number);
    if (removed) {
      return store.column(number, capacity);
    }
    byte[] values = new byte[capacity];
    Arrays.fill(values, Columns.initial(number));
    CellReader cells = CellReader.of(now, number);
    for (int row = 0; row < now.labels().rows(); row++) {
      values[row] = cells.get(row);
    }
    return values;
  }

  private ProjectState assemble(long batch) throws SQLException, ProjectFormatException {
    int shared = Math.min(sharedRows, rows);
    LabelTable labels = now.labels();
    if (shared < labels.rows()) {
      labels = labels.withFirstRows(shared);
    }
    if (shared < rows) {
      List<ImageEntry> lost = new ImageRows(store.connection()).entriesAt(batch, shared, rows);
      labels =
          labels.withRows(
              lost.stream().map(ImageEntry::path).toList(),
              lost.stream().map(ImageEntry::subset).toList());
    }
    ProjectState state =
        new ProjectState(
            labels.withClasses(ProjectState.ids(classes)), classes, now.nextClassNumber(), policy);
    return withColumns(state);
  }

  private ProjectState withColumns(ProjectState state) throws SQLException, ProjectFormatException {
    ProjectState result = withColumn(state, Columns.EXCLUDED);
    result = withColumn(result, Columns.VALIDATION);
    for (ClassDefinition definition : classes) {
      if (now.position(definition.id()) < 0) {
        column(definition.number(), rows); // was removed: its labels are in the store
      }
      result = withColumn(result, definition.number());
    }
    return result;
  }

  private ProjectState withColumn(ProjectState state, int number)
      throws SQLException, ProjectFormatException {
    if (!columns.containsKey(number)) {
      return state; // as now
    }
    byte[] values = column(number, rows);
    RowValues different = RowValues.different(CellReader.of(state, number), values, rows);
    return different.count() == 0
        ? state
        : state.with(
            new Change.Cells(number, different.rows(), different.values(), different.values()));
  }
}
