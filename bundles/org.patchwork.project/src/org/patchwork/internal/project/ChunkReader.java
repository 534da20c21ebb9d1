// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Reads columns of labels from their chunks, checking each value. */
final class ChunkReader {
  private final Path file;
  private final Connection connection;

  /**
   * A reader.
   *
   * @param file the file to name in messages
   */
  ChunkReader(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** The values of a column in the first rows, whether its class is there or was removed. */
  byte[] column(int column, int rows) throws SQLException, ProjectFormatException {
    byte[] values = new byte[rows];
    Arrays.fill(values, Columns.initial(column));
    try (PreparedStatement select =
        connection.prepareStatement("SELECT chunk, data FROM cells WHERE col = ?")) {
      select.setInt(1, column);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          copyChunk(result.getInt(1), result.getBytes(2), values, column);
        }
      }
    }
    return values;
  }

  private void copyChunk(int chunk, byte[] data, byte[] values, int column)
      throws ProjectFormatException {
    int first = chunk * StoreSchema.CHUNK;
    if (data.length != StoreSchema.CHUNK) {
      throw damagedChunk(column, first);
    }
    int count = Math.min(data.length, values.length - first);
    for (int i = 0; i < count; i++) {
      if (data[i] < LabelTable.UNKNOWN || data[i] > LabelTable.PRESENT) {
        throw damagedChunk(column, first + i);
      }
      values[first + i] = data[i];
    }
  }

  private DamagedStoreException damagedChunk(int column, int row) {
    return new DamagedStoreException(
        "The label store "
            + file
            + " holds labels that are none, in column "
            + column
            + " at row "
            + row
            + ".",
        null);
  }
}
