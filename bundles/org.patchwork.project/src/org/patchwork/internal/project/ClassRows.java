// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes the class rows. The database, not the project file, says which classes there
 * are.
 */
final class ClassRows {
  private final Connection connection;

  ClassRows(Connection connection) {
    this.connection = connection;
  }

  List<ClassDefinition> inOrder() throws SQLException {
    List<ClassDefinition> classes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT number, id, name, description, color, hot_key FROM classes"
                    + " WHERE position IS NOT NULL ORDER BY position")) {
      while (result.next()) {
        classes.add(
            new ClassDefinition(
                result.getInt(1),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getString(6)));
      }
    }
    return classes;
  }

  int nextNumber() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT max(number) FROM classes")) {
      return Math.max(Columns.FIRST_CLASS, result.next() ? result.getInt(1) + 1 : 0);
    }
  }

  /** Stores the classes in this order; all others count as removed, but keep their labels. */
  void write(List<ClassDefinition> classes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE classes SET position = NULL");
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO classes(number, position, id, name, description, color, hot_key) VALUES(?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT(number) DO UPDATE SET position = excluded.position, name = excluded.name,"
                + " description = excluded.description, color = excluded.color, hot_key = excluded.hot_key")) {
      for (int position = 0; position < classes.size(); position++) {
        ClassDefinition definition = classes.get(position);
        upsert.setInt(1, definition.number());
        upsert.setInt(2, position);
        upsert.setString(3, definition.id());
        upsert.setString(4, definition.name());
        upsert.setString(5, definition.description());
        upsert.setString(6, definition.color());
        upsert.setString(7, definition.hotKey());
        upsert.executeUpdate();
      }
    }
  }
}
