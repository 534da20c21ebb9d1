// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts classes whose row is lost back as the event log describes them last; a class that only its
 * labels tell of gets a made-up name.
 */
final class ClassRebuild {
  private static final String COLOR = "#808080";

  private final Connection connection;
  private final EventLog log;

  ClassRebuild(Connection connection) {
    this.connection = connection;
    this.log = new EventLog(connection);
  }

  /** Returns the names of the classes that were put back; inside a transaction of the caller. */
  List<String> run() throws SQLException {
    Map<Integer, Change.Schema> described = lastDescriptions();
    List<ClassDefinition> classes = new ArrayList<>(new ClassRows(connection).inOrder());
    int present = classes.size();
    List<String> names = new ArrayList<>();
    for (int number : lost()) {
      Change.Schema last = described.get(number);
      ClassDefinition definition =
          last == null || last.after() == null
              ? ClassDefinition.named(number, "lost class " + number, "", COLOR, "")
              : last.after();
      if (last == null || last.after() != null) {
        int position = last == null ? present : last.afterPosition();
        classes.add(Math.clamp(position, 0, classes.size()), definition);
        names.add(definition.name());
      }
    }
    if (!names.isEmpty()) {
      new ClassRows(connection).write(classes);
    }
    return names;
  }

  /** Numbers of classes that have labels or events, but no row. */
  private List<Integer> lost() throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT DISTINCT col FROM (SELECT col FROM cells UNION SELECT col FROM changes)"
                    + " WHERE col NOT IN (SELECT number FROM classes) AND col >= "
                    + Columns.FIRST_CLASS
                    + " ORDER BY col")) {
      while (result.next()) {
        numbers.add(result.getInt(1));
      }
    }
    return numbers;
  }

  private Map<Integer, Change.Schema> lastDescriptions() throws SQLException {
    Map<Integer, Change.Schema> last = new TreeMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT DISTINCT c.batch FROM changes c JOIN events e ON e.batch = c.batch"
                    + " WHERE c.kind = 'class' AND e.state = 1 ORDER BY c.batch");
        ResultSet batches = select.executeQuery()) {
      while (batches.next()) {
        for (Change change : log.changes(batches.getLong(1))) {
          if (change instanceof Change.Schema schema) {
            last.put(schema.number(), schema);
          }
        }
      }
    }
    return last;
  }
}
