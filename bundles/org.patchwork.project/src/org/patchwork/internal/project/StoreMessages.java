// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.sql.SQLException;
import org.patchwork.core.ProjectFormatException;
import org.sqlite.SQLiteException;

/** SQLite's error codes as sentences with a way out. */
final class StoreMessages {
  private StoreMessages() {}

  static WriteFailedException writing(Path file, SQLException e) {
    return new WriteFailedException("Labels could not be saved: " + sentence(file, e), e);
  }

  static ProjectFormatException reading(Path file, SQLException e) {
    String message = "Labels could not be read: " + sentence(file, e);
    return corrupt(e)
        ? new DamagedStoreException(message, e)
        : new ProjectFormatException(message, e);
  }

  /** True if the file itself is damaged. */
  static boolean corrupt(SQLException e) {
    String code = code(e);
    return e instanceof DamagedLogException
        || code.startsWith("SQLITE_CORRUPT")
        || code.startsWith("SQLITE_NOTADB");
  }

  private static String sentence(Path file, SQLException e) {
    String code = code(e);
    if (corrupt(e)) {
      return "the file "
          + file
          + " is damaged. Opening the project again repairs what can be repaired.";
    } else if (code.startsWith("SQLITE_FULL")) {
      return "the disk that holds "
          + file
          + " is full. Free some space, then try again; nothing is lost until then.";
    } else if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_PERM")) {
      return "the file "
          + file
          + " cannot be written. Give yourself the right to write the project folder and its"
          + " files, then try again.";
    } else if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
      return "another program is using " + file + ". Close it, then try again.";
    } else if (code.startsWith("SQLITE_IOERR") || code.startsWith("SQLITE_CANTOPEN")) {
      return "the file "
          + file
          + " cannot be reached. Check that its disk or network folder is connected, then try"
          + " again.";
    }
    return "the database " + file + " says: " + e.getMessage();
  }

  private static String code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "";
  }
}
