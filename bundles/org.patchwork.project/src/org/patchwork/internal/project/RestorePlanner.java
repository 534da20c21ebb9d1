// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectEvent;

/**
 * Plans the way from the present state to an earlier one. Every class, label, flag and answer
 * becomes what it was. Images are never taken away: those that were added since then stay, without
 * labels; those that have gone since then come back behind the others.
 */
final class RestorePlanner {
  private final LabelDatabase store;
  private final List<Change> changes = new ArrayList<>();
  private ProjectState state;

  private RestorePlanner(LabelDatabase store, ProjectState state) {
    this.store = store;
    this.state = state;
  }

  /**
   * Plans a restore; writes nothing.
   *
   * @throws ProjectFormatException if there is no such event
   */
  static EditPlan plan(long batch, LabelDatabase store, ProjectState state)
      throws ProjectFormatException {
    try {
      ProjectEvent event = new EventReader(store).event(batch);
      if (event == null) {
        throw new ProjectFormatException(
            "There is no event number "
                + batch
                + " in the log of this project. Choose one that the history lists.");
      }
      PastState past = Retrospect.find(batch, store, state, SubMonitor.convert(null));
      RestorePlanner planner = new RestorePlanner(store, state);
      planner.restore(batch, past);
      return new EditPlan(
          "restore event " + batch + " (" + event.description() + ")",
          List.copyOf(planner.changes),
          planner.state);
    } catch (SQLException e) {
      throw StoreMessages.reading(store.file(), e);
    }
  }

  private void restore(long batch, PastState past) throws SQLException, ProjectFormatException {
    int[] places = bringImagesBack(batch, past);
    restoreClasses(past.state().classes());
    restoreColumn(Columns.EXCLUDED, past.state(), places);
    restoreColumn(Columns.VALIDATION, past.state(), places);
    for (ClassDefinition definition : past.state().classes()) {
      restoreColumn(definition.number(), past.state(), places);
    }
    if (past.state().policy() != state.policy()) {
      add(new Change.Policy(state.policy(), past.state().policy()));
    }
    for (Change.Votes votes : past.votes().changes(store.votes(), past.sharedRows())) {
      add(votes);
    }
  }

  private void add(Change change) throws ProjectFormatException {
    changes.add(change);
    state = state.with(change);
    if (change instanceof Change.Schema schema && schema.before() == null) {
      state = store.withStoredColumn(state, schema.number());
    }
  }

  /** Where each row of the past stands now. */
  private int[] bringImagesBack(long batch, PastState past)
      throws SQLException, ProjectFormatException {
    int[] places = new int[past.state().labels().rows()];
    Arrays.setAll(places, row -> row);
    if (past.sharedRows() < places.length) {
      PathIndex index = new PathIndex(state.labels());
      List<ImageEntry> missing = new ArrayList<>();
      int rows = state.labels().rows();
      int row = past.sharedRows();
      for (ImageEntry entry :
          new ImageRows(store.connection()).entriesAt(batch, row, places.length)) {
        int place = index.row(entry.path());
        if (place < 0) {
          place = rows + missing.size();
          missing.add(entry);
        }
        places[row++] = place;
      }
      if (!missing.isEmpty()) {
        add(new Change.Rows(rows, rows + missing.size(), missing));
      }
    }
    return places;
  }

  private void restoreClasses(List<ClassDefinition> wanted) throws ProjectFormatException {
    for (ClassDefinition definition : List.copyOf(state.classes())) {
      if (wanted.stream().noneMatch(c -> c.number() == definition.number())) {
        add(new Change.Schema(definition, state.position(definition.id()), null, -1));
      }
    }
    for (int position = 0; position < wanted.size(); position++) {
      ClassDefinition definition = wanted.get(position);
      int from = state.position(definition.id());
      ClassDefinition before = from < 0 ? null : state.classes().get(from);
      if (from != position || !definition.equals(before)) {
        add(new Change.Schema(before, from, definition, position));
      }
    }
  }

  private void restoreColumn(int number, ProjectState past, int[] places)
      throws ProjectFormatException {
    byte[] values = new byte[state.labels().rows()];
    Arrays.fill(values, Columns.initial(number));
    CellReader then = CellReader.of(past, number);
    for (int row = 0; row < places.length; row++) {
      values[places[row]] = then.get(row);
    }
    CellReader present = CellReader.of(state, number);
    RowValues different = RowValues.different(present, values, values.length);
    if (different.count() > 0) {
      int[] rows = different.rows();
      byte[] before = new byte[rows.length];
      for (int i = 0; i < rows.length; i++) {
        before[i] = present.get(rows[i]);
      }
      add(new Change.Cells(number, rows, before, different.values()));
    }
  }
}
