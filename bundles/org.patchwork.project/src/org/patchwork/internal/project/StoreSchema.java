// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.patchwork.core.ProjectFormatException;

/**
 * The tables of {@code labels.db}.
 *
 * <p>Labels and flags are stored by column in chunks of {@link #CHUNK} rows, one byte a cell (255
 * unknown, 0 absent, 1 present), so that 10<sup>6</sup> images by 20 classes load in well under a
 * second; the view {@code current_labels} shows them one by one to other programs. The event log
 * holds what every edit changed (see {@link CellCodec}); an undo is an event that names the event
 * it takes back. {@link StoreMigration} lifts older stores to this form.
 */
final class StoreSchema {
  /** Rows in one chunk. */
  static final int CHUNK = 2048;

  /** Version of the tables, kept in {@code user_version}. */
  static final int VERSION = 2;

  private static final int APPLICATION_ID = 0x5054574b; // "PTWK"

  /** What each edit changed, see {@link CellCodec}. */
  static final String CHANGES =
      """
      CREATE TABLE changes(
        batch INTEGER NOT NULL REFERENCES events(batch),
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK(kind IN ('cells', 'class', 'rows', 'votes')),
        col INTEGER,
        cells BLOB,
        before BLOB,
        after BLOB,
        annotator TEXT, -- whose votes
        PRIMARY KEY(batch, seq)) WITHOUT ROWID\
      """;

  /** Rows of undone imports that made room for other images, so that one can still look back. */
  static final String REPLACED_IMAGES =
      """
      CREATE TABLE replaced_images(
        batch INTEGER NOT NULL REFERENCES events(batch), -- the edit that took their place
        row INTEGER NOT NULL,
        path TEXT NOT NULL,
        subset INTEGER REFERENCES subsets(id),
        viewpath TEXT,
        PRIMARY KEY(batch, row)) WITHOUT ROWID\
      """;

  static final String VOTES =
      """
      CREATE TABLE votes( -- labels of each annotator, in the form of cells
        annotator TEXT NOT NULL,
        col INTEGER NOT NULL,
        chunk INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY(annotator, col, chunk))\
      """;

  static final String DRAWS =
      "CREATE TABLE draws(id INTEGER PRIMARY KEY, time INTEGER NOT NULL, draw TEXT NOT NULL, rows"
          + " BLOB NOT NULL)";

  static final String FILTERS = "CREATE TABLE filters(name TEXT PRIMARY KEY, filter TEXT NOT NULL)";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE subsets(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          """
          CREATE TABLE images(
            row INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            subset INTEGER REFERENCES subsets(id),
            viewpath TEXT)\
          """,
          "CREATE INDEX images_viewpath ON images(row) WHERE viewpath IS NOT NULL",
          """
          CREATE TABLE classes(
            number INTEGER PRIMARY KEY,
            position INTEGER, -- NULL: removed, its labels are kept for undo
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            description TEXT NOT NULL,
            color TEXT NOT NULL,
            hot_key TEXT NOT NULL,
            exclusion_group TEXT NOT NULL DEFAULT '', -- at most one class of a group is present
            parent TEXT NOT NULL DEFAULT '', -- id of the class that this one implies
            goal INTEGER NOT NULL DEFAULT 0, -- labels wanted, 0 for no goal
            examples TEXT NOT NULL DEFAULT '')\
          """, // JSON list of rows
          """
          CREATE TABLE cells(
            col INTEGER NOT NULL, -- 0 exclude, 1 validation, else classes.number
            chunk INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY(col, chunk))\
          """,
          """
          CREATE TABLE events(
            batch INTEGER PRIMARY KEY AUTOINCREMENT,
            time INTEGER NOT NULL, -- milliseconds since 1970, UTC
            annotator TEXT NOT NULL,
            source TEXT NOT NULL,
            kind TEXT NOT NULL CHECK(kind IN ('edit', 'undo', 'redo')),
            target INTEGER REFERENCES events(batch), -- the edit that is undone or done again
            description TEXT NOT NULL,
            state INTEGER, -- edits: 1 done, 0 undone, -1 undone for good
            active_ms INTEGER NOT NULL DEFAULT 0, -- time worked on it, 0 if not measured
            cells INTEGER NOT NULL DEFAULT 0)\
          """, // number of labels and flags it changed
          "CREATE INDEX events_undone ON events(state) WHERE state = 0",
          "CREATE INDEX events_time ON events(time)",
          "CREATE INDEX events_annotator ON events(annotator)",
          CHANGES,
          "CREATE INDEX changes_column ON changes(col, batch)",
          REPLACED_IMAGES,
          VOTES,
          DRAWS,
          FILTERS,
          """
          CREATE VIEW current_labels AS
            SELECT i.row, i.path, c.name AS class,
              CASE hex(substr(k.data, i.row % 2048 + 1, 1)) WHEN '01' THEN 1 WHEN '00' THEN 0 END AS value
            FROM images i
            JOIN classes c ON c.position IS NOT NULL
            LEFT JOIN cells k ON k.col = c.number AND k.chunk = i.row / 2048
            WHERE i.row < (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'rows')\
          """,
          "INSERT INTO meta VALUES('rows', '0')");

  private StoreSchema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      for (String table : TABLES) {
        statement.execute(table);
      }
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + VERSION);
      statement.execute("COMMIT");
    }
  }

  /**
   * Refuses databases this version cannot work with.
   *
   * @throws ProjectFormatException if the file is another program's or a newer version's; says what
   *     to do
   */
  static void check(Connection connection, Path file) throws SQLException, ProjectFormatException {
    int version = version(connection);
    if (version > VERSION) {
      throw new ProjectFormatException(
          "The label store "
              + file
              + " has format "
              + version
              + ", but this Patchwork knows formats up to "
              + VERSION
              + ". Update Patchwork (Help > Check for Updates) to open this project.");
    }
    if (version < 1 || pragma(connection, "application_id") != APPLICATION_ID) {
      throw new ProjectFormatException(
          "The file "
              + file
              + " is not a label store of Patchwork. Put the project's own labels.db back.");
    }
  }

  /** Version of the tables of a store. */
  static int version(Connection connection) throws SQLException {
    return pragma(connection, "user_version");
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA " + name)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
