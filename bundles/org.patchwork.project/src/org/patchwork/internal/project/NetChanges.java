// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins changes of the same column, so that an edit whose parts take each other back is no edit,
 * and no step of undo that seems to do nothing.
 */
final class NetChanges {
  private NetChanges() {}

  /**
   * The same changes with each column once and each cell really changed, if nothing but cells
   * changes; otherwise as they are, since rows and classes may have come in between.
   */
  static List<Change> of(List<Change> changes) {
    Set<Integer> columns = new HashSet<>();
    for (Change change : changes) {
      if (!(change instanceof Change.Cells cells)) {
        return changes;
      }
      columns.add(cells.column());
    }
    return columns.size() == changes.size() ? changes : join(changes);
  }

  private record Cell(byte before, byte after) {}

  private static List<Change> join(List<Change> changes) {
    Map<Integer, TreeMap<Integer, Cell>> columns = new TreeMap<>();
    for (Change change : changes) {
      Change.Cells cells = (Change.Cells) change;
      Map<Integer, Cell> column =
          columns.computeIfAbsent(cells.column(), number -> new TreeMap<>());
      for (int i = 0; i < cells.rows().length; i++) {
        Cell later = new Cell(cells.before()[i], cells.after()[i]);
        column.merge(cells.rows()[i], later, (old, now) -> new Cell(old.before, now.after));
      }
    }
    List<Change> joined = new ArrayList<>();
    columns.forEach((number, cells) -> addIfAny(joined, number, cells));
    return joined;
  }

  private static void addIfAny(List<Change> joined, int column, TreeMap<Integer, Cell> cells) {
    cells.values().removeIf(cell -> cell.before == cell.after);
    if (!cells.isEmpty()) {
      int[] rows = cells.keySet().stream().mapToInt(Integer::intValue).toArray();
      byte[] before = new byte[rows.length];
      byte[] after = new byte[rows.length];
      int i = 0;
      for (Cell cell : cells.values()) {
        before[i] = cell.before;
        after[i++] = cell.after;
      }
      joined.add(new Change.Cells(column, rows, before, after));
    }
  }
}
