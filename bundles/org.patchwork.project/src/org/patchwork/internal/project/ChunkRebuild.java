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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patchwork.core.LabelTable;

/**
 * Puts chunks of labels and answers that are missing or impossible together again, by playing the
 * event log from the start.
 */
final class ChunkRebuild {
  private final Connection connection;
  private final Map<Chunk, byte[]> chunks = new LinkedHashMap<>();

  /** A chunk of the labels of a class, or with a voice of what that says. */
  private record Chunk(String voice, int column, int number) {}

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
          play(null, cells, good);
        } else if (change instanceof Change.Votes votes) {
          play(votes.voice().key(), votes.cells(), good);
        }
      }
    }
    write();
    return chunks.size();
  }

  private Set<Chunk> goodChunks() throws SQLException {
    Set<Chunk> good = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT NULL, col, chunk, data FROM cells"
                    + " UNION ALL SELECT annotator, col, chunk, data FROM votes")) {
      while (result.next()) {
        if (good(result.getBytes(4))) {
          good.add(new Chunk(result.getString(1), result.getInt(2), result.getInt(3)));
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

  private void play(String voice, Change.Cells cells, Set<Chunk> good) {
    for (int i = 0; i < cells.rows().length; i++) {
      Chunk chunk = new Chunk(voice, cells.column(), cells.rows()[i] / StoreSchema.CHUNK);
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
      statement.executeUpdate("DELETE FROM votes WHERE length(data) <> " + StoreSchema.CHUNK);
    }
    try (PreparedStatement cells =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO cells(col, chunk, data) VALUES(?, ?, ?)");
        PreparedStatement votes =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO votes(col, chunk, data, annotator) VALUES(?, ?, ?, ?)")) {
      for (Map.Entry<Chunk, byte[]> entry : chunks.entrySet()) {
        if (entry.getKey().voice() == null) {
          write(cells, entry.getKey(), entry.getValue());
        } else {
          votes.setString(4, entry.getKey().voice());
          write(votes, entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private static void write(PreparedStatement upsert, Chunk chunk, byte[] data)
      throws SQLException {
    upsert.setInt(1, chunk.column());
    upsert.setInt(2, chunk.number());
    upsert.setBytes(3, data);
    upsert.executeUpdate();
  }
}
