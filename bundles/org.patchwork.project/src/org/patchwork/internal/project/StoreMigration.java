// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Lifts the tables of older label stores to the present form, each store in one transaction. */
final class StoreMigration {
  private static final List<String> FROM_1_TO_2 =
      List.of(
          "ALTER TABLE classes ADD COLUMN exclusion_group TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE classes ADD COLUMN parent TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE classes ADD COLUMN goal INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE classes ADD COLUMN examples TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE events ADD COLUMN active_ms INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE events ADD COLUMN cells INTEGER NOT NULL DEFAULT 0",
          "CREATE INDEX events_time ON events(time)",
          "CREATE INDEX events_annotator ON events(annotator)",
          "ALTER TABLE changes RENAME TO changes_1", // SQLite cannot change a CHECK in its place
          StoreSchema.CHANGES,
          "INSERT INTO changes(batch, seq, kind, col, cells, before, after)"
              + " SELECT batch, seq, kind, col, cells, before, after FROM changes_1",
          "DROP TABLE changes_1",
          "CREATE INDEX changes_column ON changes(col, batch)",
          StoreSchema.REPLACED_IMAGES,
          StoreSchema.VOTES,
          StoreSchema.DRAWS,
          StoreSchema.FILTERS);

  private StoreMigration() {}

  /** Brings a store that {@link StoreSchema#check} has accepted up to date; true if it was old. */
  static boolean run(Connection connection) throws SQLException {
    if (StoreSchema.version(connection) == StoreSchema.VERSION) {
      return false;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (String step : FROM_1_TO_2) {
          statement.execute(step);
        }
        countCells(connection);
        statement.execute("PRAGMA user_version = " + StoreSchema.VERSION);
        statement.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        rollback(statement, e);
        throw e;
      }
    }
    return true;
  }

  private static void rollback(Statement statement, Exception cause) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e); // a full disk makes SQLite roll back by itself
    }
  }

  /** Fills the number of changed cells into events that were logged without it. */
  static void countCells(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet changes =
            statement.executeQuery("SELECT batch, cells FROM changes WHERE kind = 'cells'");
        PreparedStatement add =
            connection.prepareStatement("UPDATE events SET cells = cells + ? WHERE batch = ?")) {
      statement.setFetchSize(1);
      while (changes.next()) {
        add.setLong(1, count(changes.getBytes(2)));
        add.setLong(2, changes.getLong(1));
        add.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE events SET cells = (SELECT e.cells FROM events e WHERE e.batch = events.target)"
              + " WHERE target IS NOT NULL");
    }
  }

  /** A damaged entry counts nothing; it is found when it is needed. */
  private static int count(byte[] cells) {
    try {
      return CellCodec.count(cells);
    } catch (DamagedLogException e) {
      return 0;
    }
  }
}
