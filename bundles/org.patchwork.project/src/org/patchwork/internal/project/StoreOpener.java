// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.patchwork.core.ProjectFormatException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Opens label stores. Every acknowledged transaction is on disk (WAL with synchronous=FULL). */
final class StoreOpener {
  private static final int BUSY_MILLISECONDS = 2000;

  private StoreOpener() {}

  /** Makes an empty store. */
  static LabelDatabase create(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(LabelDatabase.FILE_NAME);
    try {
      Connection connection = connect(file, false, "");
      try {
        StoreSchema.create(connection);
        return new LabelDatabase(file, connection, null);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreMessages.writing(file, e);
    }
  }

  /**
   * Opens for writing.
   *
   * @param suspicious true to look for damage first
   * @throws DamagedStoreException if there is any
   */
  static LabelDatabase open(Path folder, boolean suspicious) throws ProjectFormatException {
    Path file = existing(folder);
    try {
      Connection connection = connect(file, false, "");
      try {
        StoreSchema.check(connection, file);
        if (suspicious) {
          checkIntegrity(connection, file);
        }
        keepOld(connection, file);
        StoreMigration.run(connection);
        if (DamageNote.isIn(connection)) {
          throw new DamagedStoreException(
              "Damage was found in " + file + " when it was open last.", null);
        }
        return new LabelDatabase(file, connection, null);
      } catch (SQLException | ProjectFormatException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }

  /** Keeps a store of an older format beside the one that is lifted. */
  private static void keepOld(Connection connection, Path file) throws SQLException {
    int version = StoreSchema.version(connection);
    if (version < StoreSchema.VERSION) {
      Path old = file.resolveSibling(file.getFileName() + ".v" + version);
      int result =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", old.toAbsolutePath().toString(), null);
      if (result != 0) {
        throw new SQLException(
            "the store of the old format could not be kept as " + old + ", code " + result);
      }
    }
  }

  /**
   * Opens for reading without changing or making anything in the folder, which may be on a
   * write-protected disk.
   *
   * @param writerActive true if another session is writing: then its log is read along
   */
  static LabelDatabase openReadOnly(Path folder, boolean writerActive)
      throws ProjectFormatException {
    Path file = existing(folder);
    Path log = file.resolveSibling(LabelDatabase.FILE_NAME + "-wal");
    try {
      if (writerActive) {
        return openReadOnly(file, file, "", null);
      } else if (Files.exists(log) && Files.size(log) > 0 || old(file)) {
        return openCopy(file, log);
      }
      return openReadOnly(file, file, "?immutable=1", null);
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The label store " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean old(Path file) throws SQLException, ProjectFormatException {
    try (Connection connection = connect(file, true, "?immutable=1")) {
      StoreSchema.check(connection, file);
      return StoreSchema.version(connection) < StoreSchema.VERSION;
    }
  }

  /**
   * The session before died and left a log that only a writer could put back, or the store is of an
   * older format; a copy may be written.
   */
  private static LabelDatabase openCopy(Path file, Path log)
      throws IOException, SQLException, ProjectFormatException {
    Path copy = Files.createTempDirectory("patchwork").resolve(LabelDatabase.FILE_NAME);
    Files.copy(file, copy);
    if (Files.exists(log)) {
      Files.copy(log, copy.resolveSibling(log.getFileName()));
    }
    try (Connection connection = connect(copy, false, "")) { // takes the log over
      StoreSchema.check(connection, file);
      StoreMigration.run(connection);
    }
    return openReadOnly(file, copy, "?immutable=1", copy.getParent());
  }

  private static LabelDatabase openReadOnly(Path file, Path opened, String options, Path temporary)
      throws SQLException, ProjectFormatException {
    Connection connection = connect(opened, true, options);
    try {
      StoreSchema.check(connection, file);
      return new LabelDatabase(file, connection, temporary);
    } catch (SQLException | ProjectFormatException e) {
      connection.close();
      throw e;
    }
  }

  private static Path existing(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(LabelDatabase.FILE_NAME);
    if (!Files.isRegularFile(file)) {
      throw new ProjectFormatException(
          "The label store "
              + file
              + " is missing. Put labels.db back from a backup, or make a new project.");
    }
    return file;
  }

  static Connection connect(Path file, boolean readOnly, String options) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.enforceForeignKeys(true);
    if (readOnly) {
      config.setReadOnly(true);
    } else {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + options);
    return source.getConnection();
  }

  static void checkIntegrity(Connection connection, Path file)
      throws SQLException, DamagedStoreException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (result.next() && !"ok".equals(result.getString(1))) {
        throw new DamagedStoreException(
            "The label store " + file + " is damaged: " + result.getString(1), null);
      }
    }
  }
}
