// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;

/**
 * Plays the edits that count from the first to the last, as if the store held nothing but the log.
 */
public final class LogReplay {
  private final LabelDatabase store;
  private final Map<Integer, byte[]> columns = new HashMap<>();
  private final List<ClassDefinition> classes = new ArrayList<>();
  private int rows;

  private LogReplay(LabelDatabase store) {
    this.store = store;
  }

  /**
   * What the log does not explain.
   *
   * @param cells changes from what the log leads to towards what the store holds
   * @param classes true if the classes differ
   * @param rows number of images by the log, minus the number in the store
   */
  public record Difference(List<Change.Cells> cells, boolean classes, int rows) {
    /** True if the log leads to what the store holds. */
    public boolean none() {
      return cells.isEmpty() && !classes && rows == 0;
    }

    /** Number of labels and flags. */
    public int count() {
      return cells.stream().mapToInt(each -> each.rows().length).sum();
    }
  }

  /**
   * Compares the log with the state of the store.
   *
   * @throws SQLException if the log cannot be read or makes no sense
   */
  public static Difference compare(LabelDatabase store, ProjectState state, SubMonitor monitor)
      throws SQLException, ProjectFormatException {
    LogReplay replay = new LogReplay(store);
    replay.play(monitor);
    return replay.difference(state);
  }

  private void play(SubMonitor monitor) throws SQLException {
    EventLog log = new EventLog(store.connection());
    try (PreparedStatement select =
            store
                .connection()
                .prepareStatement(
                    "SELECT batch FROM events WHERE kind = 'edit' AND state = 1 ORDER BY batch");
        ResultSet edits = select.executeQuery()) {
      while (edits.next()) {
        monitor.setWorkRemaining(1000).split(1);
        long batch = edits.getLong(1);
        try {
          log.changes(batch).forEach(this::apply);
        } catch (IndexOutOfBoundsException e) {
          throw new DamagedLogException("Event " + batch + " does not fit those before it", e);
        }
      }
    }
  }

  private void apply(Change change) {
    if (change instanceof Change.Cells cells) {
      byte[] values = column(cells.column(), cells.rows()[cells.rows().length - 1] + 1);
      for (int i = 0; i < cells.rows().length; i++) {
        values[cells.rows()[i]] = cells.after()[i];
      }
    } else if (change instanceof Change.Rows count) {
      rows = count.after();
    } else if (change instanceof Change.Schema schema) {
      if (schema.before() != null) {
        classes.remove(schema.beforePosition());
      }
      if (schema.after() != null) {
        classes.add(schema.afterPosition(), schema.after());
      }
    }
  }

  private byte[] column(int number, int capacity) {
    byte[] values = columns.computeIfAbsent(number, key -> new byte[0]);
    if (values.length < capacity) {
      int length = values.length;
      values = Arrays.copyOf(values, Math.max(capacity, Math.max(rows, length * 2)));
      Arrays.fill(values, length, values.length, Columns.initial(number));
      columns.put(number, values);
    }
    return values;
  }

  private Difference difference(ProjectState state) throws SQLException, ProjectFormatException {
    int count = state.labels().rows();
    List<Change.Cells> cells = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>(List.of(Columns.EXCLUDED, Columns.VALIDATION));
    state.classes().forEach(definition -> numbers.add(definition.number()));
    for (int number : numbers) {
      byte[] stored = store.column(number, count);
      byte[] played = column(number, count);
      RowValues different = RowValues.different(row -> played[row], stored, count);
      if (different.count() > 0) {
        int[] where = different.rows();
        byte[] before = new byte[where.length];
        for (int i = 0; i < where.length; i++) {
          before[i] = played[where[i]];
        }
        cells.add(new Change.Cells(number, where, before, different.values()));
      }
    }
    return new Difference(cells, !classes.equals(state.classes()), rows - count);
  }
}
