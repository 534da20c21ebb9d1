// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must have become of each edit: 1 done, 0 undone, −1 undone for good. */
final class EventStates {
  private EventStates() {}

  /** Follows the events from the first to the last. */
  static Map<Long, Integer> expected(Connection connection) throws SQLException {
    Map<Long, Integer> states = new HashMap<>();
    List<Long> undone = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet events =
            statement.executeQuery("SELECT batch, kind, target FROM events ORDER BY batch")) {
      while (events.next()) {
        long target = events.getLong(3);
        switch (events.getString(2)) {
          case "edit" -> {
            undone.forEach(batch -> states.put(batch, -1));
            undone.clear();
            states.put(events.getLong(1), 1);
          }
          case "undo" -> {
            undone.add(target);
            states.put(target, 0);
          }
          default -> {
            undone.remove(target);
            states.put(target, 1);
          }
        }
      }
    }
    return states;
  }

  /** Stores what must be; inside a transaction of the caller. */
  static void repair(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE events SET state = ?1 WHERE batch = ?2 AND kind = 'edit' AND state <> ?1")) {
      for (Map.Entry<Long, Integer> entry : expected(connection).entrySet()) {
        update.setInt(1, entry.getValue());
        update.setLong(2, entry.getKey());
        update.executeUpdate();
      }
    }
  }
}
