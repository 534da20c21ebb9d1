// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchwork.core.Voice;

/**
 * Joins changes of the same column, so that an edit whose parts take each other back is no edit,
 * and no step of undo that seems to do nothing.
 */
final class NetChanges {
  /** The labels of a column, or what one voice says of it. */
  private record Column(Voice voice, int number) {}

  private record Cell(byte before, byte after) {}

  private NetChanges() {}

  /**
   * The same changes with each column once and each cell really changed, answers before labels, if
   * nothing but cells and answers changes; otherwise as they are, since rows and classes may have
   * come in between.
   */
  static List<Change> of(List<Change> changes) {
    Map<Column, List<Change.Cells>> columns = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Cells cells) {
        add(columns, null, cells);
      } else if (change instanceof Change.Votes votes) {
        add(columns, votes.voice(), votes.cells());
      } else {
        return changes;
      }
    }
    return columns.size() == changes.size() ? changes : join(columns);
  }

  private static void add(
      Map<Column, List<Change.Cells>> columns, Voice voice, Change.Cells cells) {
    columns.computeIfAbsent(new Column(voice, cells.column()), c -> new ArrayList<>()).add(cells);
  }

  private static List<Change> join(Map<Column, List<Change.Cells>> columns) {
    List<Change> labels = new ArrayList<>();
    List<Change> joined = new ArrayList<>();
    columns.forEach(
        (column, changes) -> {
          Change.Cells cells = join(column.number(), changes);
          if (cells.rows().length == 0) {
            return;
          } else if (column.voice() == null) {
            labels.add(cells);
          } else {
            joined.add(Change.Votes.of(column.voice(), cells));
          }
        });
    joined.addAll(labels);
    return joined;
  }

  private static Change.Cells join(int column, List<Change.Cells> changes) {
    if (changes.size() == 1) {
      return changes.get(0);
    }
    TreeMap<Integer, Cell> joined = new TreeMap<>();
    for (Change.Cells cells : changes) {
      for (int i = 0; i < cells.rows().length; i++) {
        Cell later = new Cell(cells.before()[i], cells.after()[i]);
        joined.merge(cells.rows()[i], later, (old, now) -> new Cell(old.before, now.after));
      }
    }
    ChangedCells changed = new ChangedCells(joined.size());
    joined.forEach((row, cell) -> changed.add(row, cell.before, cell.after));
    return new Change.Cells(column, changed.rows(), changed.before(), changed.after());
  }
}
