// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.LabelTable;

/** Which image stood in a row at an earlier moment. */
final class PathsOverTime implements AutoCloseable {
  private final LabelTable now;
  private final Map<Integer, TreeMap<Long, String>> replaced = new HashMap<>();
  private final PreparedStatement undone;

  PathsOverTime(Connection connection, LabelTable now) throws SQLException {
    this.now = now;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT batch, row, path FROM replaced_images")) {
      while (rows.next()) {
        replaced
            .computeIfAbsent(rows.getInt(2), row -> new TreeMap<>())
            .put(rows.getLong(1), rows.getString(3));
      }
    }
    this.undone = connection.prepareStatement("SELECT path FROM images WHERE row = ?");
  }

  /** Path of the image in a row behind an event. */
  String path(int row, long batch) throws SQLException {
    TreeMap<Long, String> later = replaced.get(row);
    if (later != null && later.higherKey(batch) != null) {
      return later.higherEntry(batch).getValue();
    } else if (row < now.rows()) {
      return now.path(row);
    }
    undone.setInt(1, row);
    try (ResultSet result = undone.executeQuery()) {
      return result.next() ? result.getString(1) : "";
    }
  }

  @Override
  public void close() throws SQLException {
    undone.close();
  }
}
