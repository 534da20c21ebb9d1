// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.patchwork.core.LabelTable;

/**
 * Puts chunks of labels that are missing or impossible together again, by playing the event log
 * from the start.
 */
final class ChunkRebuild {
  private final Connection connection;
  private final Map<Chunk, byte[]> chunks = new TreeMap<>();

  private record Chunk(int column, int number) implements Comparable<Chunk> {
    @Override
    public int compareTo(Chunk other) {
      return column == other.column
          ? Integer.compare(number, other.number)
          : Integer.compare(column, other.column);
    }
  }

  ChunkRebuild(Connection connection) {
    this.connection = connection;
  }

  /** Returns the number of chunks that were written; inside a transaction of the caller. */
  int run() throws SQLException {
    Set<Chunk> good = goodChunks();
    EventLog log = new EventLog(connection);
    for (long batch : doneEdits()) {
      for (Change change : log.changes(batch)) {
        if (change instanceof Change.Cells cells) {
          play(cells, good);
        }
      }
    }
    write();
    return chunks.size();
  }

  private Set<Chunk> goodChunks() throws SQLException {
    Set<Chunk> good = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT col, chunk, data FROM cells")) {
      while (result.next()) {
        if (good(result.getBytes(3))) {
          good.add(new Chunk(result.getInt(1), result.getInt(2)));
        }
      }
    }
    return good;
  }

  private static boolean good(byte[] data) {
    if (data == null || data.length != StoreSchema.CHUNK) {
      return false;
    }
    for (byte value : data) {
      if (value < LabelTable.UNKNOWN || value > LabelTable.PRESENT) {
        return false;
      }
    }
    return true;
  }

  private List<Long> doneEdits() throws SQLException {
    List<Long> batches = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT batch FROM events WHERE state = 1 ORDER BY batch")) {
      while (result.next()) {
        batches.add(result.getLong(1));
      }
    }
    return batches;
  }

  private void play(Change.Cells cells, Set<Chunk> good) {
    for (int i = 0; i < cells.rows().length; i++) {
      Chunk chunk = new Chunk(cells.column(), cells.rows()[i] / StoreSchema.CHUNK);
      if (!good.contains(chunk)) {
        byte[] data = chunks.computeIfAbsent(chunk, ChunkRebuild::initial);
        data[cells.rows()[i] % StoreSchema.CHUNK] = cells.after()[i];
      }
    }
  }

  private static byte[] initial(Chunk chunk) {
    byte[] data = new byte[StoreSchema.CHUNK];
    Arrays.fill(data, Columns.initial(chunk.column()));
    return data;
  }

  private void write() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM cells WHERE length(data) <> " + StoreSchema.CHUNK);
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO cells(col, chunk, data) VALUES(?, ?, ?)")) {
      for (Map.Entry<Chunk, byte[]> entry : chunks.entrySet()) {
        upsert.setInt(1, entry.getKey().column());
        upsert.setInt(2, entry.getKey().number());
        upsert.setBytes(3, entry.getValue());
        upsert.executeUpdate();
      }
    }
  }
}
