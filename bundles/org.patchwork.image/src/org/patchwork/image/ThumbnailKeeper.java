// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Thumbnails in a file as long as the file plays along, else in memory. A broken file is begun anew
 * once; one that breaks again, is in use elsewhere or cannot be written is left alone. Each is said
 * once. Thread-safe; all methods wait for the disk.
 */
final class ThumbnailKeeper implements AutoCloseable {
  private static final long MEMORY_BYTES = 64L << 20;

  private final Path file;
  private final long maxBytes;
  private final Consumer<String> messages;
  private ThumbnailDatabase database;
  private boolean opened;
  private boolean begunAnew;
  private boolean inMemory;

  /**
   * A keeper whose file is opened when it is first needed.
   *
   * @param file null to keep thumbnails in memory from the start
   */
  ThumbnailKeeper(Path file, long maxBytes, Consumer<String> messages) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.messages = messages;
  }

  /** Opens the file, unless it is open; the first thread opens, the others wait for it. */
  synchronized void open() {
    if (opened) {
      return;
    }
    opened = true;
    if (file == null) {
      useMemory();
      return;
    }
    try {
      database = ThumbnailDatabase.open(file, maxBytes);
    } catch (SQLException e) {
      recover(e);
    }
  }

  /** A thumbnail as {@link #put} took it, or null. */
  synchronized Thumbnail find(String image, int side, long stamp) {
    open();
    try {
      return database == null ? null : database.find(image, side, stamp);
    } catch (SQLException e) {
      recover(e);
      return null;
    }
  }

  /** Keeps a thumbnail. */
  synchronized void put(String image, int side, long stamp, Thumbnail thumbnail) {
    try {
      if (database != null) {
        database.put(image, side, stamp, thumbnail);
      }
    } catch (SQLException e) {
      recover(e);
    }
  }

  private void recover(SQLException reason) {
    release(reason);
    if (inMemory) {
      return; // not even memory works: thumbnails are made each time
    }
    if (begunAnew || !isBroken(reason)) {
      giveUp(reason);
      return;
    }
    begunAnew = true;
    try {
      ThumbnailDatabase.delete(file);
      database = ThumbnailDatabase.open(file, maxBytes);
      messages.accept(
          "The thumbnails in "
              + file
              + " were broken and are made again ("
              + reason.getMessage()
              + "). Labels are not affected.");
    } catch (IOException | SQLException e) {
      giveUp(e);
    }
  }

  private void giveUp(Exception reason) {
    useMemory();
    messages.accept(
        "Thumbnails cannot be kept in "
            + file
            + " ("
            + reason.getMessage()
            + "); images appear more slowly. Check that the folder can be written to and that no"
            + " other program uses the file, then open the project again.");
  }

  private void useMemory() {
    inMemory = true;
    try {
      database = ThumbnailDatabase.open(null, MEMORY_BYTES);
    } catch (SQLException e) {
      messages.accept("Thumbnails cannot be kept in memory: " + e.getMessage());
    }
  }

  /** True if nothing in the file can be trusted; false if it is only out of reach. */
  private static boolean isBroken(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_CORRUPT;
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> true;
      default -> false;
    };
  }

  /** Closes a database that failed; if that fails too, the reason says so. */
  private void release(SQLException reason) {
    try {
      close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** Closes the file; it is not opened again. */
  @Override
  public synchronized void close() throws SQLException {
    opened = true;
    if (database != null) {
      ThumbnailDatabase old = database;
      database = null;
      old.close();
    }
  }
}
