// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Changes cells in their chunks, inside a transaction of the caller. */
final class ChunkWriter implements AutoCloseable {
  private final PreparedStatement select;
  private final PreparedStatement upsert;

  ChunkWriter(Connection connection) throws SQLException {
    select = connection.prepareStatement("SELECT data FROM cells WHERE col = ? AND chunk = ?");
    upsert =
        connection.prepareStatement(
            "INSERT INTO cells(col, chunk, data) VALUES(?, ?, ?)"
                + " ON CONFLICT(col, chunk) DO UPDATE SET data = excluded.data");
  }

  void write(Change.Cells change) throws SQLException {
    int[] rows = change.rows();
    for (int i = 0; i < rows.length; ) {
      int chunk = rows[i] / StoreSchema.CHUNK;
      byte[] data = read(change.column(), chunk);
      for (; i < rows.length && rows[i] / StoreSchema.CHUNK == chunk; i++) {
        data[rows[i] % StoreSchema.CHUNK] = change.after()[i];
      }
      upsert.setInt(1, change.column());
      upsert.setInt(2, chunk);
      upsert.setBytes(3, data);
      upsert.executeUpdate();
    }
  }

  private byte[] read(int column, int chunk) throws SQLException {
    select.setInt(1, column);
    select.setInt(2, chunk);
    try (ResultSet result = select.executeQuery()) {
      if (result.next()) {
        return result.getBytes(1);
      }
    }
    byte[] fresh = new byte[StoreSchema.CHUNK];
    Arrays.fill(fresh, Columns.initial(column));
    return fresh;
  }

  @Override
  public void close() throws SQLException {
    select.close();
    upsert.close();
  }
}
