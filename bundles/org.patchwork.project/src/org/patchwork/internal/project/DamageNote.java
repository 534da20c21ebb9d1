// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A note in the store that damage was found while it was open, so that the next opening repairs it;
 * opening alone does not read the event log.
 */
final class DamageNote {
  private DamageNote() {}

  /** Leaves the note if the error says that the store is damaged. */
  static void leave(Connection connection, SQLException found) {
    if (StoreMessages.corrupt(found)) {
      try {
        execute(connection, "INSERT OR REPLACE INTO meta(key, value) VALUES('damaged', '1')");
      } catch (SQLException e) {
        found.addSuppressed(e); // so much is damaged that the next opening sees it by itself
      }
    }
  }

  static boolean isIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 1 FROM meta WHERE key = 'damaged'")) {
      return result.next();
    }
  }

  static void remove(Connection connection) throws SQLException {
    execute(connection, "DELETE FROM meta WHERE key = 'damaged'");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
