// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.patchwork.core.ProjectFormatException;

/**
 * Saves what can be read of a damaged label store into a new one. Tables are read from both ends up
 * to the damage; labels whose chunk is lost are put together again from the event log; images whose
 * row is lost keep their number and their labels under a made-up path. The damaged file is kept.
 */
final class StoreSalvage {
  private static final List<Table> TABLES =
      List.of(
          Table.of("meta", "key", "key DESC"),
          Table.of("subsets", "id", "id DESC"),
          Table.of("images", "row", "row DESC"),
          Table.of("classes", "number", "number DESC"),
          Table.of("cells", "rowid", "rowid DESC"),
          Table.of("events", "batch", "batch DESC"),
          Table.of("changes", "batch, seq", "batch DESC, seq DESC"),
          Table.of("replaced_images", "batch, row", "batch DESC, row DESC"),
          Table.of("votes", "rowid", "rowid DESC"),
          Table.of("draws", "id", "id DESC"),
          Table.of("filters", "rowid", "rowid DESC"));

  /** So that a damaged number of images does not ask for millions that never were. */
  private static final int MOST_IMAGES_PER_PAGE = 4096 / 8;

  private final Connection from;
  private final Connection to;
  private final List<String> damagedTables = new ArrayList<>();

  private StoreSalvage(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Replaces the store by a repaired one.
   *
   * @param report gets a sentence for each thing that was repaired or lost
   * @throws ProjectFormatException if too little is left; then nothing was changed
   */
  static void repair(Path file, List<String> report) throws ProjectFormatException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Path damaged = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.deleteIfExists(fresh);
      try (Connection from = StoreOpener.connect(file, false, "");
          Connection to = StoreOpener.connect(fresh, false, "")) {
        StoreSchema.create(to);
        new StoreSalvage(from, to).run(report);
      }
      Files.copy(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
      report.add("The damaged label store was kept as " + damaged + ".");
    } catch (SQLException | IOException e) {
      throw new ProjectFormatException(
          "The label store "
              + file
              + " is damaged, and too little of it can be read to repair it ("
              + e.getMessage()
              + "). Take labels.db from a backup.",
          e);
    }
  }

  private void run(List<String> report) throws SQLException {
    execute(to, "PRAGMA foreign_keys = OFF");
    execute(to, "BEGIN");
    execute(to, "DELETE FROM meta");
    for (Table table : TABLES) {
      copy(table);
    }
    boolean noted = DamageNote.isIn(to);
    DamageNote.remove(to);
    if (StoreSchema.version(from) == 1) {
      StoreMigration.countCells(to);
    }
    removeDamagedEntries();
    repairImages(report);
    List<String> classes = new ClassRebuild(to).run();
    if (!classes.isEmpty()) {
      report.add("Lost classes were put back: " + String.join(", ", classes) + ".");
    }
    int rebuilt = new ChunkRebuild(to).run();
    if (rebuilt > 0) {
      report.add(
          "Lost labels were put together again from the event log ("
              + rebuilt
              + " blocks of 2048 images).");
    }
    boolean logLost = damagedTables.contains("events") || damagedTables.contains("changes");
    if (logLost || (noted && damagedTables.isEmpty())) { // then it contradicts the rest
      execute(to, "UPDATE events SET state = -1 WHERE state IS NOT NULL");
      report.add(
          "A part of the event log was lost; edits of earlier sessions cannot be undone any more.");
    }
    if (damagedTables.isEmpty()) {
      report.add(
          "The label store was damaged and has been built anew; all its tables could be read.");
    } else {
      report.add(
          "The label store was damaged (in "
              + String.join(", ", damagedTables)
              + ") and has been repaired.");
    }
    execute(to, "COMMIT");
  }

  private void copy(Table table) throws SQLException {
    if (!exists(table.name())) {
      return; // the store is of an older format
    }
    if (!copy(table, table.forwards())) {
      damagedTables.add(table.name());
      copy(table, table.backwards());
    }
  }

  /** Removes entries of the event log that could be read but make no sense. */
  private void removeDamagedEntries() throws SQLException {
    EventLog log = new EventLog(to);
    List<Long> damaged = new ArrayList<>();
    try (Statement select = to.createStatement();
        ResultSet batches = select.executeQuery("SELECT DISTINCT batch FROM changes")) {
      while (batches.next()) {
        if (!log.readable(batches.getLong(1))) {
          damaged.add(batches.getLong(1));
        }
      }
    }
    for (long batch : damaged) {
      execute(to, "DELETE FROM changes WHERE batch = " + batch);
    }
    if (!damaged.isEmpty() && !damagedTables.contains("changes")) {
      damagedTables.add("changes");
    }
  }

  private boolean exists(String table) throws SQLException {
    try (PreparedStatement select =
        from.prepareStatement("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")) {
      select.setString(1, table);
      try (ResultSet result = select.executeQuery()) {
        return result.next();
      }
    }
  }

  /** Copies until the end or the damage; true if there was none. */
  private boolean copy(Table table, String query) throws SQLException {
    try (Statement select = from.createStatement();
        ResultSet rows = select.executeQuery(query);
        PreparedStatement insert = to.prepareStatement(table.insert(rows.getMetaData()))) {
      int columns = rows.getMetaData().getColumnCount();
      while (next(rows)) {
        for (int column = 1; column <= columns; column++) {
          insert.setObject(column, rows.getObject(column));
        }
        insert.executeUpdate();
      }
      return true;
    } catch (DamageException e) {
      return false;
    } catch (SQLException e) {
      if (StoreMessages.corrupt(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean next(ResultSet rows) throws DamageException {
    try {
      return rows.next();
    } catch (SQLException e) {
      throw new DamageException(e);
    }
  }

  private void repairImages(List<String> report) throws SQLException {
    int found = number("SELECT count(*) FROM images");
    if (found == 0) {
      throw new SQLException("no image can be read");
    }
    execute(to, "UPDATE images SET subset = NULL WHERE subset NOT IN (SELECT id FROM subsets)");
    int last = number("SELECT max(row) + 1 FROM images");
    int rows = number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'rows'");
    boolean known = rows > 0;
    int wanted = (int) Math.min(known ? rows : last, pages() * MOST_IMAGES_PER_PAGE);
    fillRows(wanted);
    int lost = number("SELECT count(*) FROM images WHERE path LIKE 'lost-image-%'");
    if (lost > 0) {
      report.add(
          "The paths of "
              + lost
              + " images were lost; they are called lost-image-… now and keep their labels.");
    }
  }

  /** Gives every row below a number an image, and makes it the number of rows. */
  private void fillRows(int wanted) throws SQLException {
    try (PreparedStatement insert =
            to.prepareStatement(
                "INSERT OR IGNORE INTO images(row, path) VALUES(?, 'lost-image-' || ?)");
        PreparedStatement meta =
            to.prepareStatement("INSERT OR REPLACE INTO meta VALUES('rows', ?)")) {
      for (int row = 0; row < wanted; row++) {
        insert.setInt(1, row); // does nothing where there is one
        insert.setInt(2, row);
        insert.executeUpdate();
      }
      meta.setString(1, Integer.toString(wanted));
      meta.executeUpdate();
    }
  }

  private long pages() throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA page_count")) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private int number(String query) throws SQLException {
    try (Statement statement = to.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How a table is copied; both orders go by its key, so that no index is read. */
  private record Table(String name, String forwards, String backwards) {
    static Table of(String name, String order, String reverseOrder) {
      String select = "SELECT * FROM " + name + " ORDER BY ";
      return new Table(name, select + order, select + reverseOrder);
    }

    /** Columns that an older store does not have take their defaults. */
    String insert(ResultSetMetaData found) throws SQLException {
      StringJoiner names = new StringJoiner(", ");
      StringJoiner slots = new StringJoiner(", ");
      for (int column = 1; column <= found.getColumnCount(); column++) {
        names.add(found.getColumnName(column));
        slots.add("?");
      }
      return "INSERT OR IGNORE INTO " + name + "(" + names + ") VALUES(" + slots + ")";
    }
  }

  /** Reading, not writing, has failed. */
  private static final class DamageException extends SQLException {
    private static final long serialVersionUID = 1L;

    DamageException(SQLException cause) {
      super(cause);
    }
  }
}
