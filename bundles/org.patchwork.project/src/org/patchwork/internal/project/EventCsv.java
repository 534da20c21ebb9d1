// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.CsvField;
import org.patchwork.core.LabelTable;
import org.patchwork.project.EventFilter;

/**
 * Writes the event log with one row per changed cell. Every column has one type throughout, so that
 * the file converts to a column format as it is; an empty field is a missing value.
 */
public final class EventCsv {
  /** The columns, in order. */
  static final String HEADER =
      "event,time,annotator,source,kind,target,description,active_ms,row,path,column,class_id,class,before,after\n";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final EventLog log;
  private final EventFilter filter;
  private final PathsOverTime paths;
  private final Map<Integer, ClassDefinition> classes = new HashMap<>();
  private long written;

  private EventCsv(Connection connection, EventFilter filter, PathsOverTime paths) {
    this.connection = connection;
    this.log = new EventLog(connection);
    this.filter = filter;
    this.paths = paths;
  }

  /**
   * Writes the events that pass, oldest first. With a class in the filter, only cells of that
   * class.
   *
   * @param now the present labels
   * @return number of rows
   */
  static long write(
      LabelDatabase store, LabelTable now, EventFilter filter, Appendable out, SubMonitor monitor)
      throws SQLException, IOException {
    try (PathsOverTime paths = new PathsOverTime(store.connection(), now)) {
      EventCsv csv = new EventCsv(store.connection(), filter, paths);
      out.append(HEADER);
      csv.events(out, monitor);
      return csv.written;
    }
  }

  private void events(Appendable out, SubMonitor monitor) throws SQLException, IOException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT batch, time, annotator, source, kind, target, description, active_ms"
                    + " FROM events ORDER BY batch");
        ResultSet events = select.executeQuery()) {
      while (events.next()) {
        if (monitor.setWorkRemaining(1000).split(1).isCanceled()) {
          throw new OperationCanceledException();
        }
        String kind = events.getString(5);
        long batch = events.getLong(1);
        List<Change> changes = log.changes("edit".equals(kind) ? batch : events.getLong(6));
        boolean undo = "undo".equals(kind);
        boolean passes = passes(events.getString(3), Instant.ofEpochMilli(events.getLong(2)));
        String start = passes ? start(events) : null;
        for (Change change : undo ? changes.reversed() : changes) {
          write(undo ? change.reversed() : change, batch, start, out);
        }
      }
    }
  }

  private boolean passes(String annotator, Instant time) {
    return (filter.annotator() == null || filter.annotator().equals(annotator))
        && (filter.from() == null || !time.isBefore(filter.from()))
        && (filter.to() == null || time.isBefore(filter.to()));
  }

  private static String start(ResultSet event) throws SQLException {
    String target = event.getString(6);
    return event.getLong(1)
        + ","
        + TIME.format(Instant.ofEpochMilli(event.getLong(2)))
        + ","
        + CsvField.of(event.getString(3))
        + ","
        + CsvField.of(event.getString(4))
        + ","
        + event.getString(5)
        + ","
        + (target == null ? "" : target)
        + ","
        + CsvField.of(event.getString(7))
        + ","
        + event.getLong(8)
        + ",";
  }

  private void write(Change change, long batch, String start, Appendable out)
      throws SQLException, IOException {
    if (change instanceof Change.Schema schema && schema.after() != null) {
      classes.put(schema.number(), schema.after());
    } else if (change instanceof Change.Cells cells && start != null) {
      String column = column(cells.column());
      if (column != null) {
        for (int i = 0; i < cells.rows().length; i++) {
          out.append(start).append(Integer.toString(cells.rows()[i])).append(',');
          out.append(CsvField.of(paths.path(cells.rows()[i], batch))).append(column);
          out.append(value(cells.before()[i])).append(',').append(value(cells.after()[i]));
          out.append('\n');
          written++;
        }
      }
    }
  }

  /** The three fields that name a column; null if the filter leaves it out. */
  private String column(int number) {
    if (number < Columns.FIRST_CLASS) {
      String name = number == Columns.EXCLUDED ? "exclude" : "validation";
      return filter.classId() == null ? "," + name + ",,," : null;
    }
    ClassDefinition definition = classes.get(number);
    String id = definition == null ? "c" + number : definition.id(); // if a part of the log is lost
    String name = definition == null ? "" : definition.name();
    boolean wanted = filter.classId() == null || filter.classId().equals(id);
    return wanted ? ",label," + id + "," + CsvField.of(name) + "," : null;
  }

  private static String value(byte value) {
    return value == LabelTable.UNKNOWN ? "" : Byte.toString(value);
  }
}
