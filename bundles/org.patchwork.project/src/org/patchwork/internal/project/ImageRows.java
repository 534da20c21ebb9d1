// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.project.ImageEntry;

/** Reads and writes the image rows. */
final class ImageRows {
  private static final int BATCH = 1000;

  private final Connection connection;

  ImageRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Appends behind the first {@code firstRow} rows; rows that are there behind them, from undone
   * imports, are put aside.
   *
   * @param batch the event that does it
   */
  void append(int firstRow, List<ImageEntry> images, long batch) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO replaced_images(batch, row, path, subset, viewpath) SELECT "
              + batch
              + ", row, path, subset, viewpath FROM images WHERE row >= "
              + firstRow);
      statement.executeUpdate("DELETE FROM images WHERE row >= " + firstRow);
    }
    Map<String, Integer> subsets = subsetIds();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO images(row, path, subset, viewpath) VALUES(?, ?, ?, ?)")) {
      int row = firstRow;
      for (ImageEntry image : images) {
        insert.setInt(1, row++);
        insert.setString(2, image.path());
        if (image.subset() == null) {
          insert.setNull(3, Types.INTEGER);
        } else {
          insert.setInt(3, subsetId(image.subset(), subsets));
        }
        insert.setString(4, image.viewPath());
        insert.addBatch();
        if (row % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private int subsetId(String name, Map<String, Integer> known) throws SQLException {
    Integer id = known.get(name);
    if (id == null) {
      id = known.size() + 1;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO subsets(id, name) VALUES(?, ?)")) {
        insert.setInt(1, id);
        insert.setString(2, name);
        insert.executeUpdate();
      }
      known.put(name, id);
    }
    return id;
  }

  private Map<String, Integer> subsetIds() throws SQLException {
    Map<String, Integer> ids = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id, name FROM subsets")) {
      while (result.next()) {
        ids.put(result.getString(2), result.getInt(1));
      }
    }
    return ids;
  }

  /** One more than the largest row that is stored, undone ones among them. */
  int behindLast() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT max(row) + 1 FROM images")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  /** Paths and subsets of the rows {@code from} to {@code to} − 1. */
  Keys keys(int from, int to) throws SQLException {
    Map<Integer, String> names = new HashMap<>();
    subsetIds().forEach((name, id) -> names.put(id, name));
    List<String> paths = new ArrayList<>(to - from);
    List<String> subsets = new ArrayList<>(to - from);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT path, subset FROM images WHERE row >= ? AND row < ? ORDER BY row")) {
      select.setInt(1, from);
      select.setInt(2, to);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          paths.add(result.getString(1));
          subsets.add(
              names.get(result.getInt(2))); // ids begin at 1; NULL reads as 0, which has no name
        }
      }
    }
    return new Keys(paths, subsets);
  }

  /**
   * The images of the rows {@code from} to {@code to} − 1 as they were behind an event, whatever
   * has taken their place since.
   */
  List<ImageEntry> entriesAt(long batch, int from, int to) throws SQLException {
    List<ImageEntry> entries = new ArrayList<>(to - from);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT row, path, name, viewpath, min(batch) FROM ("
                + " SELECT row, path, subset, viewpath, batch FROM replaced_images WHERE batch > ?1"
                + " UNION ALL SELECT row, path, subset, viewpath, 1 << 62 FROM images)"
                + " LEFT JOIN subsets ON id = subset"
                + " WHERE row >= ?2 AND row < ?3 GROUP BY row ORDER BY row")) {
      select.setLong(1, batch);
      select.setInt(2, from);
      select.setInt(3, to);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          entries.add(
              new ImageEntry(
                  result.getString(2), result.getString(3), result.getString(4), false, false));
        }
      }
    }
    return entries;
  }

  /** View paths by row, where there is one. */
  Map<Integer, String> viewPaths(int rows) throws SQLException {
    Map<Integer, String> result = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT row, viewpath FROM images WHERE viewpath IS NOT NULL AND row < " + rows)) {
      while (found.next()) {
        result.put(found.getInt(1), found.getString(2));
      }
    }
    return result;
  }

  /** Paths and subsets, one each per row; a subset may be null. */
  record Keys(List<String> paths, List<String> subsets) {
    List<ImageEntry> entries() {
      List<ImageEntry> entries = new ArrayList<>(paths.size());
      for (int i = 0; i < paths.size(); i++) {
        entries.add(new ImageEntry(paths.get(i), subsets.get(i), null, false, false));
      }
      return entries;
    }
  }
}
