// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.project.LabelDatabase;
import org.patchwork.internal.project.LogReplay;
import org.patchwork.internal.project.ProjectState;
import org.patchwork.project.check.Finding;

/** Checks an open label store, all within one moment of it. */
final class StoreCheck {
  private static final int LISTED = 10;

  private final LabelDatabase store;
  private final Connection connection;
  private final List<Finding> findings = new ArrayList<>();

  StoreCheck(LabelDatabase store) {
    this.store = store;
    this.connection = store.connection();
  }

  List<Finding> run(SubMonitor monitor) throws SQLException, ProjectFormatException {
    monitor.setWorkRemaining(100);
    if (tablesAreSound(monitor.split(30))) { // otherwise what follows only says the same again
      monitor.subTask("Labels and events");
      ProjectState state = store.load(monitor.split(20)); // checks each label
      if (checkEventStates()) {
        checkReplay(state, monitor.split(50));
      }
    }
    return findings;
  }

  /** Checks all that can be seen without reading labels and events. */
  boolean tablesAreSound(SubMonitor monitor) throws SQLException {
    monitor.subTask("Pages and indexes of the database");
    list("PRAGMA integrity_check(" + LISTED + ")", "ok", "The database is damaged: %s.");
    monitor.setWorkRemaining(2).split(1);
    list("PRAGMA foreign_key_check", "", "An entry of table %s refers to one that is not there.");
    checkImages();
    checkClasses();
    return findings.isEmpty();
  }

  /** One finding for each row of a query but the one that says that all is well. */
  private void list(String query, String well, String message) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      for (int i = 0; i < LISTED && rows.next(); i++) {
        if (!well.equals(rows.getString(1))) {
          findings.add(Finding.damage(String.format(message, rows.getString(1))));
        }
      }
    }
  }

  private void checkImages() throws SQLException {
    int rows = number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'rows'");
    int found = number("SELECT count(*) FROM images WHERE row >= 0 AND row < " + rows);
    if (found != rows) {
      findings.add(
          Finding.damage(
              "There should be " + rows + " images, but only " + found + " are listed."));
    }
    list(
        "SELECT DISTINCT col FROM cells WHERE col > 1 AND col NOT IN (SELECT number FROM classes)",
        "",
        "There are labels of a class number %s that is not listed.");
    list(
        "SELECT DISTINCT annotator FROM votes WHERE length(data) <> 2048",
        "",
        "Answers of the annotator \"%s\" make no sense.");
  }

  private void checkClasses() throws SQLException {
    Set<String> names = new HashSet<>();
    int expected = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT position, name FROM classes WHERE position IS NOT NULL ORDER BY"
                    + " position")) {
      while (rows.next()) {
        if (rows.getInt(1) != expected++ || !names.add(rows.getString(2))) {
          findings.add(
              Finding.damage(
                  "The class " + rows.getString(2) + " has the name or place of another class."));
        }
      }
    }
  }

  /** What became of each edit must follow from the undos and redos; true if it does. */
  private boolean checkEventStates() throws SQLException {
    Map<Long, Integer> expected = EventStates.expected(connection);
    Map<Long, Integer> stored = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT batch, state FROM events WHERE kind = 'edit'")) {
      while (rows.next()) {
        stored.put(rows.getLong(1), rows.getInt(2));
      }
    }
    long wrong =
        stored.keySet().stream().filter(b -> !stored.get(b).equals(expected.get(b))).count();
    boolean givenUp =
        stored.keySet().stream()
            .allMatch(b -> stored.get(b).equals(expected.get(b)) || stored.get(b) == -1);
    if (wrong > 0 && givenUp) {
      findings.add(
          Finding.warning(
              "A part of the history was lost in an earlier repair; "
                  + wrong
                  + " edits from before that cannot be undone. The labels are whole."));
    } else if (wrong > 0) {
      findings.add(Finding.damage(wrong + " events do not know whether they were undone or not."));
    }
    return wrong == 0;
  }

  private void checkReplay(ProjectState state, SubMonitor monitor)
      throws SQLException, ProjectFormatException {
    LogReplay.Difference difference = LogReplay.compare(store, state, monitor);
    if (difference.classes() || difference.rows() != 0) {
      findings.add(
          Finding.damage(
              "The history leads to other "
                  + (difference.classes() ? "classes" : "images")
                  + " than those that are there."));
    }
    if (difference.count() > 0) {
      findings.add(
          Finding.damage(
              "The history does not explain "
                  + difference.count()
                  + " labels and flags; something other than Patchwork has changed labels.db."));
    }
  }

  private int number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
