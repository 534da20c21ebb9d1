// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.patchwork.core.Voice;
import org.patchwork.project.VotePolicy;

/**
 * A change as the columns of its row.
 *
 * @param rowLimit most rows it can name, lest a damaged length asks for all memory
 */
record StoredChange(
    String kind,
    Integer column,
    byte[] cells,
    byte[] before,
    byte[] after,
    String annotator,
    int rowLimit) {
  /** What {@link #read} reads, from changes c joined with their events e. */
  static final String COLUMNS =
      "c.kind, c.col, c.cells, c.before, c.after, c.annotator, e.cells,"
          + " (SELECT 1 + max(row) FROM images)";

  private StoredChange(
      String kind, Integer column, byte[] cells, byte[] before, byte[] after, String annotator) {
    this(kind, column, cells, before, after, annotator, Integer.MAX_VALUE);
  }

  static StoredChange read(ResultSet result) throws SQLException {
    return new StoredChange(
        result.getString(1),
        result.getInt(2),
        result.getBytes(3),
        result.getBytes(4),
        result.getBytes(5),
        result.getString(6),
        Math.max(result.getInt(7), result.getInt(8)));
  }

  static StoredChange of(Change change) {
    return switch (change) {
      case Change.Cells c ->
          new StoredChange(
              "cells",
              c.column(),
              CellCodec.encodeRows(c.rows()),
              CellCodec.encodeValues(c.before()),
              CellCodec.encodeValues(c.after()),
              null);
      case Change.Votes c ->
          new StoredChange(
              "votes",
              c.column(),
              CellCodec.encodeRows(c.rows()),
              CellCodec.encodeValues(c.before()),
              CellCodec.encodeValues(c.after()),
              c.voice().key());
      case Change.Policy c ->
          new StoredChange(
              "votes", null, null, text(c.before().name()), text(c.after().name()), null);
      case Change.Schema c ->
          new StoredChange(
              "class",
              c.number(),
              text(c.beforePosition() + " " + c.afterPosition()),
              c.before() == null ? null : c.before().toJson(),
              c.after() == null ? null : c.after().toJson(),
              null);
      case Change.Rows c ->
          new StoredChange("rows", null, null, text("" + c.before()), text("" + c.after()), null);
    };
  }

  /** The change again. */
  Change change() throws DamagedLogException {
    try {
      return decode();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedLogException("An entry of the event log makes no sense", e);
    }
  }

  private Change decode() throws DamagedLogException {
    return switch (kind) {
      case "cells" -> {
        int[] rows = CellCodec.decodeRows(cells, rowLimit);
        yield new Change.Cells(
            column,
            rows,
            CellCodec.decodeValues(before, rows.length),
            CellCodec.decodeValues(after, rows.length));
      }
      case "votes" -> annotator == null ? policy() : votes();
      case "class" -> {
        String[] positions = text(cells).split(" ");
        yield new Change.Schema(
            before == null ? null : ClassDefinition.fromJson(before),
            Integer.parseInt(positions[0]),
            after == null ? null : ClassDefinition.fromJson(after),
            Integer.parseInt(positions[1]));
      }
      case "rows" ->
          new Change.Rows(Integer.parseInt(text(before)), Integer.parseInt(text(after)), List.of());
      default ->
          throw new IllegalArgumentException(
              "The event log holds a change of unknown kind " + kind);
    };
  }

  private Change policy() {
    return new Change.Policy(VotePolicy.valueOf(text(before)), VotePolicy.valueOf(text(after)));
  }

  private Change votes() throws DamagedLogException {
    int[] rows = CellCodec.decodeRows(cells, rowLimit);
    return new Change.Votes(
        Voice.parse(annotator),
        column,
        rows,
        CellCodec.decodeValues(before, rows.length),
        CellCodec.decodeValues(after, rows.length));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    if (bytes == null) {
      throw new IllegalArgumentException("A text is missing");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
