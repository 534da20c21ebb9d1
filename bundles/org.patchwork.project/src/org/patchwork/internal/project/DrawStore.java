// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.project.PastDraw;

/**
 * The tables {@code draws} and {@code filters} of a label store. The rows of a draw are 32-bit
 * little-endian numbers; what else there is to say about it is JSON.
 */
public final class DrawStore {
  private final LabelDatabase database;

  public DrawStore(LabelDatabase database) {
    this.database = database;
  }

  /** Rows of all draws. */
  public BitSet shownRows() throws SQLException {
    BitSet shown = new BitSet();
    try (Statement statement = database.connection().createStatement();
        ResultSet result = statement.executeQuery("SELECT rows FROM draws")) {
      while (result.next()) {
        for (int row : rows(result.getBytes(1))) {
          shown.set(row);
        }
      }
    }
    return shown;
  }

  /** The newest draws, newest first. */
  public List<PastDraw> draws(int most) throws SQLException, ProjectFormatException {
    List<PastDraw> draws = new ArrayList<>();
    try (PreparedStatement select =
        database
            .connection()
            .prepareStatement("SELECT time, draw, rows FROM draws ORDER BY id DESC LIMIT ?")) {
      select.setInt(1, most);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          draws.add(
              SamplingJson.draw(result.getLong(1), result.getString(2), rows(result.getBytes(3))));
        }
      }
    }
    return draws;
  }

  /** Appends a draw. */
  public void add(PastDraw draw) throws SQLException {
    ByteBuffer bytes =
        ByteBuffer.allocate(draw.rows().length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(draw.rows());
    try (PreparedStatement insert =
        database
            .connection()
            .prepareStatement("INSERT INTO draws(time, draw, rows) VALUES(?, ?, ?)")) {
      insert.setLong(1, draw.time().toEpochMilli());
      insert.setString(2, SamplingJson.text(draw));
      insert.setBytes(3, bytes.array());
      insert.executeUpdate();
    }
  }

  /** Removes all draws. */
  public void clear() throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.executeUpdate("DELETE FROM draws");
    }
  }

  /** The saved filters by name. */
  public Map<String, RowFilter> filters() throws SQLException, ProjectFormatException {
    Map<String, RowFilter> filters = new TreeMap<>();
    try (Statement statement = database.connection().createStatement();
        ResultSet result = statement.executeQuery("SELECT name, filter FROM filters")) {
      while (result.next()) {
        filters.put(result.getString(1), SamplingJson.filter(result.getString(2)));
      }
    }
    return filters;
  }

  /** Saves a filter, new or in the place of an old one. */
  public void saveFilter(String name, RowFilter filter) throws SQLException {
    try (PreparedStatement upsert =
        database
            .connection()
            .prepareStatement(
                "INSERT INTO filters(name, filter) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET"
                    + " filter = excluded.filter")) {
      upsert.setString(1, name);
      upsert.setString(2, SamplingJson.text(filter));
      upsert.executeUpdate();
    }
  }

  /** Removes a saved filter, if it is there. */
  public void removeFilter(String name) throws SQLException {
    try (PreparedStatement delete =
        database.connection().prepareStatement("DELETE FROM filters WHERE name = ?")) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }

  private static int[] rows(byte[] bytes) {
    IntBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int[] rows = new int[numbers.remaining()];
    numbers.get(rows);
    return rows;
  }
}
