// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.patchwork.core.Voice;
import org.patchwork.project.LabelsChanged;

/** Reads and writes the event log. */
final class EventLog {
  private static final int DONE = 1;
  private static final int UNDONE = 0;

  private final Connection connection;

  EventLog(Connection connection) {
    this.connection = connection;
  }

  /**
   * Logs an event, inside a transaction of the caller; an edit makes all undone edits undone for
   * good.
   */
  long append(EventRecord event, List<Change> changes) throws SQLException {
    boolean edit = event.kind() == LabelsChanged.Kind.EDIT;
    if (edit) {
      update("UPDATE events SET state = -1 WHERE state = 0");
    } else {
      int state = event.kind() == LabelsChanged.Kind.UNDO ? UNDONE : DONE;
      update("UPDATE events SET state = " + state + " WHERE batch = " + event.target());
    }
    long batch = insert(event, cells(changes));
    if (edit) {
      insert(batch, changes); // what an undo changes follows from its target
    }
    return batch;
  }

  private static int cells(List<Change> changes) {
    int count = 0;
    for (Change change : changes) {
      if (change instanceof Change.Cells cells) {
        count += cells.rows().length;
      }
    }
    return count;
  }

  private long insert(EventRecord event, int cells) throws SQLException {
    boolean edit = event.kind() == LabelsChanged.Kind.EDIT;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO events(time, annotator, source, kind, target, description, state,"
                + " active_ms, cells) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING batch")) {
      insert.setLong(1, event.time().toEpochMilli());
      insert.setString(2, event.origin().annotator());
      insert.setString(3, event.origin().source());
      insert.setString(4, event.kind().name().toLowerCase(Locale.ROOT));
      insert.setObject(5, edit ? null : event.target());
      insert.setString(6, event.description());
      insert.setObject(7, edit ? DONE : null);
      insert.setLong(8, event.origin().activeMillis());
      insert.setInt(9, cells);
      try (ResultSet result = insert.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private void insert(long batch, List<Change> changes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO changes(batch, seq, kind, col, cells, before, after, annotator)"
                + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int seq = 0; seq < changes.size(); seq++) {
        StoredChange stored = StoredChange.of(changes.get(seq));
        insert.setLong(1, batch);
        insert.setInt(2, seq);
        insert.setString(3, stored.kind());
        insert.setObject(4, stored.column());
        insert.setBytes(5, stored.cells());
        insert.setBytes(6, stored.before());
        insert.setBytes(7, stored.after());
        insert.setString(8, stored.annotator());
        insert.executeUpdate();
      }
    }
  }

  /**
   * What an edit changed, in order.
   *
   * @throws DamagedLogException if an entry makes no sense
   */
  List<Change> changes(long batch) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + StoredChange.COLUMNS
                + " FROM changes c JOIN events e ON e.batch = c.batch WHERE c.batch = ?"
                + " ORDER BY c.seq")) {
      select.setLong(1, batch);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          changes.add(StoredChange.read(result).change());
        }
      }
    }
    return changes;
  }

  /** False if an entry of this edit makes no sense. */
  boolean readable(long batch) throws SQLException {
    try {
      changes(batch);
      return true;
    } catch (DamagedLogException e) {
      return false;
    }
  }

  /** The last edits that count, oldest first. */
  List<LoggedEdit> lastDone(int limit) throws SQLException {
    List<LoggedEdit> edits = edits("state = 1 AND kind = 'edit' ORDER BY batch DESC", limit);
    Collections.reverse(edits);
    return edits;
  }

  /** The first edits that can be done again, oldest first. */
  List<LoggedEdit> nextUndone(int limit) throws SQLException {
    return edits("state = 0 ORDER BY batch", limit);
  }

  private List<LoggedEdit> edits(String condition, int limit) throws SQLException {
    List<LoggedEdit> edits = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT batch, description FROM events WHERE " + condition + " LIMIT " + limit)) {
      while (result.next()) {
        edits.add(new LoggedEdit(result.getLong(1), result.getString(2)));
      }
    }
    return edits;
  }

  /** Plays the edits that hold, see {@link VoteReader#replay}. */
  void replay(VoteReader.Replay replay) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT "
                    + StoredChange.COLUMNS
                    + ", c.batch, e.annotator FROM events e JOIN changes c ON c.batch = e.batch"
                    + " WHERE e.state = 1 AND c.kind IN ('cells', 'votes')"
                    + " ORDER BY c.batch, c.seq")) {
      Recount recount = new Recount(replay);
      while (result.next()) {
        recount.take(
            result.getLong(9), StoredChange.read(result).change(), Voice.of(result.getString(10)));
      }
    }
  }

  private void update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
