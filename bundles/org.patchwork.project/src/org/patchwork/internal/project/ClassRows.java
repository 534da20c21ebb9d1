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
  private static final String COLUMNS =
      "number, id, name, description, color, hot_key, exclusion_group, parent, goal, examples";

  private final Connection connection;

  ClassRows(Connection connection) {
    this.connection = connection;
  }

  List<ClassDefinition> inOrder() throws SQLException {
    return select("position IS NOT NULL ORDER BY position");
  }

  /** Classes that are not shown: in the trash, or not yet or no longer there by undo. */
  List<ClassDefinition> hidden() throws SQLException {
    return select("position IS NULL ORDER BY number");
  }

  private List<ClassDefinition> select(String condition) throws SQLException {
    List<ClassDefinition> classes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + COLUMNS + " FROM classes WHERE " + condition)) {
      while (result.next()) {
        classes.add(
            new ClassDefinition(
                result.getInt(1),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getString(6),
                result.getString(7),
                result.getString(8),
                result.getInt(9),
                ClassDefinition.examples(result.getString(10))));
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
            "INSERT OR REPLACE INTO classes("
                + COLUMNS
                + ", position) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int position = 0; position < classes.size(); position++) {
        ClassDefinition definition = classes.get(position);
        upsert.setInt(1, definition.number());
        upsert.setString(2, definition.id());
        upsert.setString(3, definition.name());
        upsert.setString(4, definition.description());
        upsert.setString(5, definition.color());
        upsert.setString(6, definition.hotKey());
        upsert.setString(7, definition.exclusionGroup());
        upsert.setString(8, definition.parent());
        upsert.setInt(9, definition.goal());
        upsert.setString(10, definition.examplesText());
        upsert.setInt(11, position);
        upsert.executeUpdate();
      }
    }
  }
}
