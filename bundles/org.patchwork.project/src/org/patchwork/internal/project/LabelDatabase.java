// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.LabelsChanged;

/**
 * The label store {@code labels.db}: image rows, classes, present labels and the event log. One
 * connection, used by one thread at a time.
 */
public final class LabelDatabase implements AutoCloseable, RemovedClasses {
  /** Name of the file in the project folder. */
  public static final String FILE_NAME = "labels.db";

  private static final int COMMITS_PER_TIDY = 100;

  private final Path file;
  private final Connection connection;
  private final Path temporary;
  private int commitsInLog;
  private final EventLog log;
  private final ImageRows images;
  private final ClassRows classes;
  private final ChunkReader chunks;
  private final ClassTrash trash;
  private final VoteStore votes;

  /**
   * A store.
   *
   * @param file the file to name in messages
   * @param temporary a folder to remove when the store is closed, or null
   */
  LabelDatabase(Path file, Connection connection, Path temporary) {
    this.file = file;
    this.temporary = temporary;
    this.connection = connection;
    this.log = new EventLog(connection);
    this.images = new ImageRows(connection);
    this.classes = new ClassRows(connection);
    this.chunks = new ChunkReader(file, connection);
    this.trash = new ClassTrash(connection);
    this.votes = new VoteStore(file, connection);
  }

  Path file() {
    return file;
  }

  /** The connection, to be used on the thread of this store. */
  public Connection connection() {
    return connection;
  }

  /** Loads the present state. */
  public ProjectState load(IProgressMonitor monitor) throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Loading labels", 10);
    try {
      int rows = rows();
      ImageRows.Keys keys = images.keys(0, rows);
      progress.worked(5);
      if (keys.paths().size() != rows) {
        throw wrongRows("" + rows, keys.paths().size(), null);
      }
      List<ClassDefinition> definitions = classes.inOrder();
      byte[][] labels = new byte[definitions.size()][];
      progress.setWorkRemaining(labels.length + 1);
      for (int c = 0; c < labels.length; c++) {
        labels[c] = column(definitions.get(c).number(), rows);
        progress.split(1);
      }
      LabelTable table =
          LabelTable.of(
              keys.paths(),
              keys.subsets(),
              ProjectState.ids(definitions),
              labels,
              column(Columns.EXCLUDED, rows),
              column(Columns.VALIDATION, rows));
      trash.setEntries(trash.read(rows));
      return new ProjectState(table, definitions, classes.nextNumber(), votes.policy());
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  private int rows() throws SQLException, DamagedStoreException {
    String text = meta("rows", "0");
    int most = images.behindLast();
    try {
      int rows = Integer.parseInt(text);
      if (rows >= 0 && rows <= most) {
        return rows;
      }
    } catch (NumberFormatException e) {
      throw wrongRows(text, most, e);
    }
    throw wrongRows(text, most, null);
  }

  private DamagedStoreException wrongRows(String wanted, int found, Exception cause) {
    return new DamagedStoreException(
        "The label store " + file + " should list " + wanted + " images, but lists " + found + ".",
        cause);
  }

  /** The stored values of a column, whether its class is there or was removed. */
  byte[] column(int column, int rows) throws SQLException, ProjectFormatException {
    return chunks.column(column, rows);
  }

  @Override
  public List<TrashedClass> entries() {
    return trash.entries();
  }

  @Override
  public byte[] labels(int number, int rows) throws ProjectFormatException {
    try {
      return column(number, rows);
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /** Labels of a class that came back, for as many rows as the state has. */
  ProjectState withStoredColumn(ProjectState state, int number) throws ProjectFormatException {
    return state.withColumn(number, labels(number, state.labels().rows()));
  }

  /** The same change with the entries of rows that come back from the database. */
  Change.Rows withStoredRows(Change.Rows change) throws ProjectFormatException {
    try {
      ImageRows.Keys keys = images.keys(change.before(), Math.max(change.before(), change.after()));
      return new Change.Rows(change.before(), change.after(), keys.entries());
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /**
   * Writes one event with its changes, durable when this returns.
   *
   * @param changes in order
   * @param after the state behind them
   * @return number of the event
   * @throws WriteFailedException if nothing was written
   */
  long commit(EventRecord event, List<Change> changes, ProjectState after)
      throws WriteFailedException {
    try {
      execute("BEGIN IMMEDIATE");
      try {
        long batch = log.append(event, changes);
        write(changes, after, event.kind() == LabelsChanged.Kind.EDIT ? batch : 0);
        boolean schema = changes.stream().anyMatch(Change.Schema.class::isInstance);
        List<TrashedClass> removed = schema ? trash.read(after.labels().rows()) : trash.entries();
        execute("COMMIT");
        trash.setEntries(removed);
        commitsInLog++;
        return batch;
      } catch (SQLException | RuntimeException e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw writing(e);
    }
  }

  /**
   * Brings the present values up to date.
   *
   * @param batch the event if it is an edit, otherwise 0
   */
  private void write(List<Change> changes, ProjectState after, long batch) throws SQLException {
    boolean schema = false;
    try (ChunkWriter chunks = new ChunkWriter(connection)) {
      for (Change change : changes) {
        switch (change) {
          case Change.Cells cells -> chunks.write(cells);
          case Change.Votes answers -> votes.write(answers);
          case Change.Policy policy -> votes.setPolicy(policy.after());
          case Change.Schema c -> schema = true;
          case Change.Rows rows -> {
            if (batch != 0) {
              images.append(rows.before(), rows.added(), batch);
            }
            putMeta("rows", "" + rows.after());
          }
        }
      }
    }
    if (schema) {
      classes.write(after.classes());
    }
  }

  private void rollback(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(
          e); // SQLite rolls back by itself after a full disk, then there is nothing left to do
    }
  }

  /**
   * Moves the write-ahead log into the database now and then, between edits, so that no edit has to
   * wait for it. SQLite would do it within an edit once the log has 1000 pages; a hundred labels
   * make fewer.
   */
  void tidy() {
    if (commitsInLog >= COMMITS_PER_TIDY) {
      commitsInLog = 0;
      try {
        execute("PRAGMA wal_checkpoint(PASSIVE)");
      } catch (SQLException e) {
        commitsInLog = 1; // all is safe in the log, and a full disk will show in the next edit
      }
    }
  }

  /** A state that was loaded, with the event it stands behind. */
  Moment moment(ProjectState state) throws ProjectFormatException {
    try {
      return new Moment(state, new EventReader(this).last());
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }

  /** What an edit changed, in order. */
  List<Change> changes(long batch) throws ProjectFormatException {
    try {
      return log.changes(batch);
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /** The last edits that count, oldest first. */
  List<LoggedEdit> lastDone(int limit) throws ProjectFormatException {
    return logged(() -> log.lastDone(limit));
  }

  /** The first edits that can be done again, oldest first. */
  List<LoggedEdit> nextUndone(int limit) throws ProjectFormatException {
    return logged(() -> log.nextUndone(limit));
  }

  private interface LogQuery {
    List<LoggedEdit> ask() throws SQLException;
  }

  private List<LoggedEdit> logged(LogQuery query) throws ProjectFormatException {
    try {
      return query.ask();
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /** The answers of each annotator. */
  VoteStore votes() {
    return votes;
  }

  /** View paths by row, where there is one. */
  Map<Integer, String> viewPaths(int rows) throws ProjectFormatException {
    try {
      return images.viewPaths(rows);
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /**
   * A remembered setting that is no edit, such as the active feature set; null if there is none.
   */
  String setting(String key) throws ProjectFormatException {
    try {
      return meta(key, null);
    } catch (SQLException e) {
      throw reading(e);
    }
  }

  /** Writes in one statement what is no edit. */
  <T> T write(StoreQuery<T> work) throws ProjectFormatException {
    try {
      return work.ask(this);
    } catch (SQLException e) {
      throw writing(e);
    }
  }

  void putSetting(String key, String value) throws WriteFailedException {
    try {
      putMeta(key, value);
    } catch (SQLException e) {
      throw writing(e);
    }
  }

  private String meta(String key, String otherwise) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM meta WHERE key = ?")) {
      select.setString(1, key);
      try (ResultSet result = select.executeQuery()) {
        return result.next() ? result.getString(1) : otherwise;
      }
    }
  }

  private void putMeta(String key, String value) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value ="
                + " excluded.value")) {
      upsert.setString(1, key);
      upsert.setString(2, value);
      upsert.executeUpdate();
    }
  }

  /** An edit of the log cannot have led to what the store holds. */
  ProjectFormatException damagedLog(long batch, RuntimeException cause) {
    return reading(new DamagedLogException("Edit " + batch + " does not fit the labels", cause));
  }

  private ProjectFormatException reading(SQLException e) {
    DamageNote.leave(connection, e);
    return StoreMessages.reading(file, e);
  }

  private WriteFailedException writing(SQLException e) {
    DamageNote.leave(connection, e);
    return StoreMessages.writing(file, e);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws ProjectFormatException {
    try {
      votes.close();
      connection.close();
      if (temporary != null) {
        Files.deleteIfExists(temporary.resolve(FILE_NAME));
        Files.deleteIfExists(temporary);
      }
    } catch (SQLException e) {
      throw writing(e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + temporary + " could not be removed: " + e.getMessage(), e);
    }
  }
}
