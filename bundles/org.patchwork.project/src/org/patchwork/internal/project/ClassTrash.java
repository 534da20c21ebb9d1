// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;

/**
 * The classes that were removed and can be restored with their labels. A class that is hidden
 * because its making was undone is not among them: redo brings that back.
 *
 * <p>The list may be read on any thread; it is read from the database on the thread of the
 * database.
 */
final class ClassTrash {
  private final Connection connection;
  private final ClassRows classes;
  private volatile List<TrashedClass> entries = List.of();

  ClassTrash(Connection connection) {
    this.connection = connection;
    this.classes = new ClassRows(connection);
  }

  /** The removed classes, oldest class first. */
  List<TrashedClass> entries() {
    return entries;
  }

  void setEntries(List<TrashedClass> known) {
    entries = known;
  }

  /** Reads the list again, inside a transaction of the caller if there is one. */
  List<TrashedClass> read(int rows) throws SQLException {
    List<TrashedClass> found = new ArrayList<>();
    for (ClassDefinition each : classes.hidden()) {
      if (!makingUndone(each.number())) {
        found.add(entry(each, rows));
      }
    }
    return List.copyOf(found);
  }

  private boolean makingUndone(int number) throws SQLException {
    try (PreparedStatement first =
        connection.prepareStatement(
            "SELECT e.state FROM changes x JOIN events e ON e.batch = x.batch"
                + " WHERE x.col = ? AND x.kind = 'class' AND x.before IS NULL"
                + " ORDER BY x.batch LIMIT 1")) {
      first.setInt(1, number);
      try (ResultSet result = first.executeQuery()) {
        return result.next() && result.getInt(1) != 1;
      }
    }
  }

  private TrashedClass entry(ClassDefinition definition, int rows) throws SQLException {
    int labels = labels(definition.number(), rows);
    try (PreparedStatement last =
        connection.prepareStatement(
            "SELECT e.time, e.annotator FROM changes x JOIN events e ON e.batch = x.batch"
                + " WHERE x.col = ? AND x.kind = 'class' AND x.after IS NULL AND e.state = 1"
                + " ORDER BY x.batch DESC LIMIT 1")) {
      last.setInt(1, definition.number());
      try (ResultSet result = last.executeQuery()) {
        return result.next()
            ? new TrashedClass(
                definition, Instant.ofEpochMilli(result.getLong(1)), result.getString(2), labels)
            : new TrashedClass(definition, Instant.EPOCH, "", labels); // an event that was lost
      }
    }
  }

  /** Number of labels; labels do not change while a class is in the trash. */
  private int labels(int number, int rows) throws SQLException {
    for (TrashedClass each : entries) {
      if (each.definition().number() == number) {
        return each.labels();
      }
    }
    int count = 0;
    try (PreparedStatement select =
        connection.prepareStatement("SELECT chunk, data FROM cells WHERE col = ?")) {
      select.setInt(1, number);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          byte[] data = result.getBytes(2);
          int rest = Math.min(data.length, rows - result.getInt(1) * StoreSchema.CHUNK);
          for (int i = 0; i < rest; i++) {
            count += data[i] == LabelTable.UNKNOWN ? 0 : 1;
          }
        }
      }
    }
    return count;
  }
}
