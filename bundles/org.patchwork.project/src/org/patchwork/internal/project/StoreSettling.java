// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.patchwork.core.ProjectFormatException;

/**
 * Makes room for another store file. SQLite keeps recent changes in a log beside the file and would
 * put the log of the old store into the new one.
 */
public final class StoreSettling {
  private StoreSettling() {}

  /** Puts everything that is in the log into the store and removes the log. */
  public static void settle(Path project) throws ProjectFormatException {
    Path file = project.resolve(LabelDatabase.FILE_NAME);
    try (Connection connection = StoreOpener.connect(file, false, "");
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw StoreMessages.writing(file, e);
    }
  }

  /** Renames a store that cannot be used, and its log, to {@code labels.db.damaged}. */
  public static void setAside(Path project) throws IOException {
    for (String suffix : List.of("-wal", "-shm", "")) {
      Path from = project.resolve(LabelDatabase.FILE_NAME + suffix);
      if (Files.exists(from)) {
        Files.move(
            from,
            project.resolve(LabelDatabase.FILE_NAME + ".damaged" + suffix),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
