// SPDX-License-Identifier: MIT
package org.patchwork.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.sqlite.SQLiteConfig;

/**
 * Thumbnails as deflated blobs in SQLite, the least recently used ones thrown out when there are
 * too many. Durability is given up for speed: whatever is lost is made again. One user at a time:
 * all methods are synchronised.
 */
final class ThumbnailDatabase implements AutoCloseable {
  /** Changes whenever the table or the blobs do: another version is thrown away. */
  private static final int VERSION = 1;

  /** More than any thumbnail has; what claims more is broken. */
  private static final long MOST_PIXELS = 1 << 26;

  /** What is kept after throwing out, as a part of the bound. */
  private static final double KEPT = 0.9;

  private final Connection connection;
  private final long maxBytes;
  private long bytes;
  private long clock;

  private ThumbnailDatabase(Connection connection, long maxBytes) {
    this.connection = connection;
    this.maxBytes = maxBytes;
  }

  /** Opens or creates the file; null for one in memory, which is gone when it is closed. */
  static ThumbnailDatabase open(Path file, long maxBytes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setBusyTimeout(2000);
    Connection connection =
        config.createConnection("jdbc:sqlite:" + (file == null ? ":memory:" : file));
    try {
      ThumbnailDatabase database = new ThumbnailDatabase(connection, maxBytes);
      database.prepare();
      return database;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Deletes the file and what SQLite keeps beside it. */
  static void delete(Path file) throws IOException {
    for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }

  private synchronized void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = (int) number(statement, "PRAGMA user_version");
      if (version != VERSION) {
        statement.executeUpdate("DROP TABLE IF EXISTS thumbnail");
      }
      statement.executeUpdate(
          "CREATE TABLE IF NOT EXISTS thumbnail (image TEXT NOT NULL, side INTEGER NOT NULL, stamp"
              + " INTEGER NOT NULL, used INTEGER NOT NULL, bytes INTEGER NOT NULL, width INTEGER"
              + " NOT NULL, height INTEGER NOT NULL, rgb BLOB NOT NULL, PRIMARY KEY (image,"
              + " side))");
      statement.executeUpdate(
          "CREATE INDEX IF NOT EXISTS thumbnail_used ON thumbnail (used, bytes)");
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      bytes = number(statement, "SELECT coalesce(sum(bytes), 0) FROM thumbnail");
      clock = number(statement, "SELECT coalesce(max(used), 0) FROM thumbnail");
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  /**
   * Finds a thumbnail.
   *
   * @param stamp what the image and settings were when it was made; another stamp does not match
   * @return null if there is none
   */
  synchronized Thumbnail find(String image, int side, long stamp) throws SQLException {
    String query =
        "SELECT width, height, rgb FROM thumbnail WHERE image = ? AND side = ? AND stamp = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, image);
      statement.setInt(2, side);
      statement.setLong(3, stamp);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return null;
        }
        Thumbnail found = inflate(result.getInt(1), result.getInt(2), result.getBytes(3));
        touch(image, side);
        return found;
      }
    }
  }

  private void touch(String image, int side) throws SQLException {
    String update = "UPDATE thumbnail SET used = ? WHERE image = ? AND side = ?";
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setLong(1, ++clock);
      statement.setString(2, image);
      statement.setInt(3, side);
      statement.executeUpdate();
    }
  }

  /** Stores a thumbnail in place of an older one, and throws out others if there are too many. */
  synchronized void put(String image, int side, long stamp, Thumbnail thumbnail)
      throws SQLException {
    byte[] blob = deflate(thumbnail.rgb());
    bytes -= sizeOf(image, side);
    String insert =
        "INSERT OR REPLACE INTO thumbnail (image, side, stamp, used, bytes, width, height, rgb)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, image);
      statement.setInt(2, side);
      statement.setLong(3, stamp);
      statement.setLong(4, ++clock);
      statement.setInt(5, blob.length);
      statement.setInt(6, thumbnail.width());
      statement.setInt(7, thumbnail.height());
      statement.setBytes(8, blob);
      statement.executeUpdate();
    }
    bytes += blob.length;
    if (bytes > maxBytes) {
      throwOut();
    }
  }

  private long sizeOf(String image, int side) throws SQLException {
    String query = "SELECT bytes FROM thumbnail WHERE image = ? AND side = ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, image);
      statement.setInt(2, side);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getLong(1) : 0;
      }
    }
  }

  private void throwOut() throws SQLException {
    long last = -1;
    long freed = 0;
    try (Statement statement = connection.createStatement();
        ResultSet oldest =
            statement.executeQuery("SELECT used, bytes FROM thumbnail ORDER BY used")) {
      while (bytes - freed > KEPT * maxBytes && oldest.next()) {
        last = oldest.getLong(1);
        freed += oldest.getLong(2);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM thumbnail WHERE used <= " + last);
    }
    bytes -= freed;
  }

  /** Memory of all blobs. */
  synchronized long bytes() {
    return bytes;
  }

  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }

  private static byte[] deflate(byte[] rgb) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(rgb);
      deflater.finish();
      byte[] buffer = new byte[rgb.length + rgb.length / 1000 + 64];
      int length = deflater.deflate(buffer);
      return java.util.Arrays.copyOf(buffer, length);
    } finally {
      deflater.end();
    }
  }

  private static Thumbnail inflate(int width, int height, byte[] blob) throws SQLException {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS || blob == null) {
      throw new SQLException("A stored thumbnail claims " + width + " × " + height + " pixels");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob);
      byte[] rgb = new byte[width * height * 3];
      if (inflater.inflate(rgb) != rgb.length) {
        throw new SQLException("A stored thumbnail is cut off");
      }
      return new Thumbnail(width, height, rgb, null);
    } catch (DataFormatException e) {
      throw new SQLException("A stored thumbnail is broken: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }
}
