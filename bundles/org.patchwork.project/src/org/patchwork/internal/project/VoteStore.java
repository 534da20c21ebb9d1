// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.VotePolicy;

/** Reads and writes the votes of a label store, in chunks like the labels. */
final class VoteStore implements VoteReader, AutoCloseable {
  private final Path file;
  private final Connection connection;
  private Set<Voice> voices; // null until they are asked for
  private PreparedStatement select; // null until it is needed

  VoteStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  @Override
  public Set<Voice> voices() throws ProjectFormatException {
    if (voices == null) {
      Set<Voice> found = new HashSet<>();
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT DISTINCT annotator FROM votes")) {
        while (result.next()) {
          found.add(Voice.parse(result.getString(1)));
        }
      } catch (SQLException e) {
        throw StoreMessages.reading(file, e);
      }
      voices = found;
    }
    return voices;
  }

  @Override
  public byte[] chunk(Voice voice, int column, int chunk) throws ProjectFormatException {
    try {
      byte[] data = read(voice, column, chunk);
      return data == null ? null : checked(data, voice, column, chunk);
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }

  private byte[] read(Voice voice, int column, int chunk) throws SQLException {
    if (select == null) {
      select =
          connection.prepareStatement(
              "SELECT data FROM votes WHERE annotator = ? AND col = ? AND chunk = ?");
    }
    select.setString(1, voice.key());
    select.setInt(2, column);
    select.setInt(3, chunk);
    try (ResultSet result = select.executeQuery()) {
      return result.next() ? result.getBytes(1) : null;
    }
  }

  private byte[] checked(byte[] data, Voice voice, int column, int chunk)
      throws DamagedStoreException {
    boolean good = data.length == StoreSchema.CHUNK;
    for (byte vote : data) {
      good &= vote >= LabelTable.UNKNOWN && vote <= LabelTable.PRESENT;
    }
    if (!good) {
      throw new DamagedStoreException(
          "The label store "
              + file
              + " holds answers of "
              + voice.label()
              + " that are none, in column "
              + column
              + " from row "
              + chunk * StoreSchema.CHUNK
              + " on.",
          null);
    }
    return data;
  }

  /** Which answer counts; a word that is none counts as none said, so that the last wins. */
  VotePolicy policy() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT value FROM meta WHERE key = 'vote-policy'")) {
      boolean majority = result.next() && VotePolicy.MAJORITY.name().equals(result.getString(1));
      return majority ? VotePolicy.MAJORITY : VotePolicy.LAST_WINS;
    }
  }

  void setPolicy(VotePolicy policy) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO meta(key, value) VALUES('vote-policy', ?)")) {
      upsert.setString(1, policy.name());
      upsert.executeUpdate();
    }
  }

  /** Changes votes, inside a transaction of the caller. */
  void write(Change.Votes change) throws SQLException {
    int[] rows = change.rows();
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO votes(annotator, col, chunk, data) VALUES(?, ?, ?, ?)"
                + " ON CONFLICT(annotator, col, chunk) DO UPDATE SET data = excluded.data")) {
      for (int i = 0; i < rows.length; ) {
        int chunk = rows[i] / StoreSchema.CHUNK;
        byte[] data = read(change.voice(), change.column(), chunk);
        if (data == null) {
          data = new byte[StoreSchema.CHUNK];
          Arrays.fill(data, LabelTable.UNKNOWN);
        } else if (data.length != StoreSchema.CHUNK) {
          throw new SQLException("answers of " + change.voice().label() + " are damaged");
        }
        for (; i < rows.length && rows[i] / StoreSchema.CHUNK == chunk; i++) {
          data[rows[i] % StoreSchema.CHUNK] = change.after()[i];
        }
        upsert.setString(1, change.voice().key());
        upsert.setInt(2, change.column());
        upsert.setInt(3, chunk);
        upsert.setBytes(4, data);
        upsert.executeUpdate();
      }
    }
    if (voices != null) {
      voices.add(change.voice());
    }
  }

  /** All votes on the classes of a state. */
  VoteTable load(ProjectState state, IProgressMonitor monitor) throws ProjectFormatException {
    int rows = state.labels().rows();
    VoteTable.Builder table = new VoteTable.Builder(rows, state.labels().classIds());
    SubMonitor progress = SubMonitor.convert(monitor, "Loading answers", state.classes().size());
    try (PreparedStatement ofClass =
        connection.prepareStatement("SELECT annotator, chunk, data FROM votes WHERE col = ?")) {
      List<ClassDefinition> classes = state.classes();
      for (int c = 0; c < classes.size(); c++) {
        progress.split(1);
        ofClass.setInt(1, classes.get(c).number());
        load(ofClass, classes.get(c).number(), c, rows, table);
      }
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
    return table.build();
  }

  private void load(
      PreparedStatement ofClass, int column, int classIndex, int rows, VoteTable.Builder table)
      throws SQLException, DamagedStoreException {
    try (ResultSet result = ofClass.executeQuery()) {
      while (result.next()) {
        Voice voice = Voice.parse(result.getString(1));
        int chunk = result.getInt(2);
        if (chunk * StoreSchema.CHUNK < rows) { // an undo may have taken the images away
          table.chunk(voice, classIndex, chunk, checked(result.getBytes(3), voice, column, chunk));
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (select != null) {
      select.close();
    }
  }

  @Override
  public void replay(Replay replay) throws ProjectFormatException {
    try {
      new EventLog(connection).replay(replay);
    } catch (SQLException e) {
      throw StoreMessages.reading(file, e);
    }
  }
}
