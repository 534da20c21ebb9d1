// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.Voice;

/** Answers at an earlier moment, where they were touched since. */
final class PastVotes {
  private static final byte UNTOUCHED = -2;

  private record Column(Voice voice, int number) {}

  private final Map<Column, byte[]> columns = new LinkedHashMap<>();

  /** Notes what was said before a change that is taken back. */
  void set(Change.Votes change) {
    Column column = new Column(change.voice(), change.column());
    int needed = change.rows()[change.rows().length - 1] + 1;
    byte[] values = columns.getOrDefault(column, new byte[0]);
    if (values.length < needed) {
      int length = values.length;
      values = Arrays.copyOf(values, Math.max(needed, length * 2));
      Arrays.fill(values, length, values.length, UNTOUCHED);
      columns.put(column, values);
    }
    for (int i = 0; i < change.rows().length; i++) {
      values[change.rows()[i]] = change.after()[i];
    }
  }

  /**
   * The way from the votes of now to those of then.
   *
   * @param rows rows that are the same images then and now
   */
  List<Change.Votes> changes(VoteReader now, int rows) throws ProjectFormatException {
    List<Change.Votes> changes = new ArrayList<>();
    for (Map.Entry<Column, byte[]> entry : columns.entrySet()) {
      Change.Cells cells = changes(entry.getKey(), entry.getValue(), now, rows);
      if (cells.rows().length > 0) {
        changes.add(Change.Votes.of(entry.getKey().voice(), cells));
      }
    }
    return changes;
  }

  private static Change.Cells changes(Column column, byte[] then, VoteReader now, int rows)
      throws ProjectFormatException {
    int end = Math.min(rows, then.length);
    ChangedCells changed = new ChangedCells(end);
    byte[] chunk = null;
    for (int row = 0; row < end; row++) {
      if (row % StoreSchema.CHUNK == 0) {
        chunk = now.chunk(column.voice(), column.number(), row / StoreSchema.CHUNK);
      }
      if (then[row] != UNTOUCHED) {
        byte before = chunk == null ? LabelTable.UNKNOWN : chunk[row % StoreSchema.CHUNK];
        changed.add(row, before, then[row]);
      }
    }
    return new Change.Cells(column.number(), changed.rows(), changed.before(), changed.after());
  }
}
