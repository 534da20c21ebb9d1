// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.sqlite.SQLiteConnection;

/**
 * Copies a label store by SQLite's online backup. A read transaction holds the moment, so that the
 * copy neither begins again nor waits when somebody labels meanwhile, and writers do not wait
 * either.
 */
public final class StoreCopy {
  private static final int PAGES_PER_STEP = 4096;
  private static final int PAUSE_MILLISECONDS = 10;
  private static final int RETRIES = 500;

  private StoreCopy() {}

  /**
   * What is in a copy.
   *
   * @param images number of images
   * @param lastEvent number of the last event, 0 if there is none
   */
  public record Facts(int images, long lastEvent) {}

  /**
   * Copies the store of a project folder and checks the copy.
   *
   * @param target a file that does not exist
   * @throws ProjectFormatException if the store is damaged or cannot be read, or the copy cannot be
   *     written
   */
  public static Facts make(Path project, Path target, SubMonitor monitor)
      throws ProjectFormatException {
    monitor.setWorkRemaining(100);
    try (LabelDatabase store = StoreOpener.openReadOnly(project, ProjectLock.held(project))) {
      Connection source = store.connection();
      source.setAutoCommit(false);
      number(source, "SELECT count(*) FROM meta"); // begins the transaction
      int[] done = {0};
      int result =
          source
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup(
                  "main",
                  target.toAbsolutePath().toString(),
                  (remaining, pages) -> {
                    int now = (int) (90L * (pages - remaining) / Math.max(1, pages));
                    monitor.worked(now - done[0]);
                    done[0] = now;
                  },
                  PAUSE_MILLISECONDS,
                  RETRIES,
                  PAGES_PER_STEP);
      source.rollback();
      if (result != 0) {
        throw new ProjectFormatException(
            "The label store could not be copied to "
                + target
                + " (SQLite code "
                + result
                + "). Check that there is room for it on the disk.");
      }
      return check(target);
    } catch (SQLException e) {
      throw StoreMessages.reading(project.resolve(LabelDatabase.FILE_NAME), e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project folder " + project + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Checks a store that nobody writes.
   *
   * @throws DamagedStoreException if it is damaged
   * @throws ProjectFormatException if it is no store, or a newer version's
   */
  public static Facts check(Path file) throws ProjectFormatException {
    try (Connection connection = StoreOpener.connect(file, true, "?immutable=1")) {
      StoreSchema.check(connection, file);
      StoreOpener.checkIntegrity(connection, file);
      return new Facts(
          (int) number(connection, "SELECT value FROM meta WHERE key = 'rows'"),
          number(connection, "SELECT max(batch) FROM events"));
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }
}
