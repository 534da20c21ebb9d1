// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.patchwork.project.EventFilter;
import org.patchwork.project.EventTotals;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectEvent;

/** Searches the event log. */
public final class EventReader {
  private static final String COLUMNS =
      "batch, time, annotator, source, kind, target, description, state, cells, active_ms";

  private final Connection connection;

  /** A reader of an open store. */
  public EventReader(LabelDatabase store) {
    this.connection = store.connection();
  }

  /** Events before a number that pass the filter, newest first. */
  public List<ProjectEvent> page(EventFilter filter, long before, int limit) throws SQLException {
    Condition condition = new Condition(filter);
    List<ProjectEvent> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM events WHERE batch < ?"
                + condition.sql
                + " ORDER BY batch DESC LIMIT ?")) {
      select.setLong(1, before);
      int next = condition.set(select, 2);
      select.setInt(next, limit);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          events.add(event(result));
        }
      }
    }
    return events;
  }

  /** One event, or null. */
  public ProjectEvent event(long batch) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM events WHERE batch = ?")) {
      select.setLong(1, batch);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? event(result) : null;
      }
    }
  }

  /** Number of the newest event, 0 if there is none. */
  long last() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT max(batch) FROM events")) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /** Sums over the events that pass. */
  public EventTotals totals(EventFilter filter) throws SQLException {
    Condition condition = new Condition(filter);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*), sum(cells), sum(active_ms) FROM events WHERE 1" + condition.sql)) {
      condition.set(select, 1);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return new EventTotals(result.getLong(1), result.getLong(2), result.getLong(3));
      }
    }
  }

  /** All names in the log. */
  public List<String> annotators() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT DISTINCT annotator FROM events ORDER BY annotator")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return names;
  }

  private static ProjectEvent event(ResultSet row) throws SQLException {
    return new ProjectEvent(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        row.getString(4),
        LabelsChanged.Kind.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getLong(6),
        row.getString(7),
        state(row.getString(8)),
        row.getInt(9),
        row.getLong(10));
  }

  private static ProjectEvent.State state(String stored) {
    return switch (stored) {
      case "0" -> ProjectEvent.State.UNDONE;
      case "-1" -> ProjectEvent.State.ABANDONED;
      case null, default -> ProjectEvent.State.DONE;
    };
  }

  /** A filter as SQL with its values. */
  private static final class Condition {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Condition(EventFilter filter) {
      add(filter.annotator(), " AND annotator = ?");
      add(filter.from() == null ? null : filter.from().toEpochMilli(), " AND time >= ?");
      add(filter.to() == null ? null : filter.to().toEpochMilli(), " AND time < ?");
      add(
          filter.classId(),
          " AND EXISTS (SELECT 1 FROM changes c JOIN classes k ON k.number = c.col"
              + " WHERE k.id = ? AND c.batch = COALESCE(events.target, events.batch))");
    }

    private void add(Object value, String clause) {
      if (value != null) {
        sql.append(clause);
        values.add(value);
      }
    }

    int set(PreparedStatement statement, int first) throws SQLException {
      int next = first;
      for (Object value : values) {
        statement.setObject(next++, value);
      }
      return next;
    }
  }
}
