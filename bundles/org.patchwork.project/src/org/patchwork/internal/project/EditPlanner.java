// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;

/** Turns one edit into changes, checking it against the state it meets. Used once. */
final class EditPlanner {
  private final List<Change> changes = new ArrayList<>();
  private ProjectState state;

  private EditPlanner(ProjectState state) {
    this.state = state;
  }

  /**
   * Plans an edit; writes nothing.
   *
   * @throws ProjectFormatException if the edit cannot be done in this state; says why and what to
   *     do
   */
  static EditPlan plan(Edit edit, ProjectState state) throws ProjectFormatException {
    EditPlanner planner = new EditPlanner(state);
    String description = EditDescriptions.describe(edit, state);
    planner.plan(edit);
    return new EditPlan(description, List.copyOf(NetChanges.of(planner.changes)), planner.state);
  }

  private void plan(Edit edit) throws ProjectFormatException {
    switch (edit) {
      case Edit.SetLabels e -> planLabels(e);
      case Edit.SetExcluded e -> planFlag(Columns.EXCLUDED, e.rows(), e.excluded());
      case Edit.SetValidation e -> planFlag(Columns.VALIDATION, e.rows(), e.validation());
      case Edit.AddClass e -> planAddClass(e);
      case Edit.UpdateClass e -> planUpdateClass(e);
      case Edit.MoveClass e -> planMoveClass(e);
      case Edit.RemoveClass e -> planRemoveClass(e);
      case Edit.AddImages e -> new ImportPlanner(this).addImages(e.images());
      case Edit.ImportLabels e -> new ImportPlanner(this).importLabels(e);
      case Edit.Composite e -> {
        for (Edit part : e.edits()) {
          plan(part);
        }
      }
    }
  }

  ProjectState state() {
    return state;
  }

  void add(Change change) {
    changes.add(change);
    state = state.with(change);
  }

  private void planLabels(Edit.SetLabels edit) throws ProjectFormatException {
    int[] rows = checkedRows(edit.rows());
    for (String id : edit.values().keySet()) {
      requireClass(id);
    }
    for (ClassDefinition definition : state.classes()) {
      Byte value = edit.values().get(definition.id());
      if (value != null) {
        checkValue(value, definition);
        setCells(definition.number(), rows, value);
      }
    }
  }

  private static void checkValue(byte value, ClassDefinition definition) {
    if (value < LabelTable.UNKNOWN || value > LabelTable.PRESENT) {
      throw new IllegalArgumentException(
          "Label " + value + " for class " + definition.name() + " is none of -1, 0, 1");
    }
  }

  private void planFlag(int column, int[] rows, boolean on) throws ProjectFormatException {
    setCells(column, checkedRows(rows), (byte) (on ? 1 : 0));
  }

  private void setCells(int column, int[] rows, byte value) {
    byte[] values = new byte[rows.length];
    Arrays.fill(values, value);
    setCells(column, rows, values);
  }

  /** Changes those cells that have another value; rows ascending and distinct. */
  void setCells(int column, int[] rows, byte[] values) {
    CellReader cells = CellReader.of(state, column);
    int[] changedRows = new int[rows.length];
    byte[] before = new byte[rows.length];
    byte[] after = new byte[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      byte old = cells.get(rows[i]);
      if (old != values[i]) {
        changedRows[count] = rows[i];
        before[count] = old;
        after[count++] = values[i];
      }
    }
    if (count > 0) {
      add(
          new Change.Cells(
              column,
              Arrays.copyOf(changedRows, count),
              Arrays.copyOf(before, count),
              Arrays.copyOf(after, count)));
    }
  }

  void planAddClass(Edit.AddClass edit) throws ProjectFormatException {
    List<ClassDefinition> classes = state.classes();
    ClassDefinition definition =
        ClassDefinition.named(
            state.nextClassNumber(),
            edit.name(),
            edit.description() == null ? "" : edit.description(),
            edit.color() == null ? ClassDefaults.color(classes) : edit.color(),
            edit.hotKey() == null ? ClassDefaults.hotKey(classes) : edit.hotKey());
    ClassRules.check(definition, classes);
    add(new Change.Schema(null, -1, definition, classes.size()));
  }

  private void planUpdateClass(Edit.UpdateClass edit) throws ProjectFormatException {
    ClassDefinition old = requireClass(edit.id());
    ClassDefinition changed =
        new ClassDefinition(
            old.number(),
            old.id(),
            edit.name() == null ? old.name() : edit.name(),
            edit.description() == null ? old.description() : edit.description(),
            edit.color() == null || edit.color().isEmpty() ? old.color() : edit.color(),
            edit.hotKey() == null ? old.hotKey() : edit.hotKey());
    ClassRules.check(changed, state.classes());
    int position = state.position(old.id());
    if (!changed.equals(old)) {
      add(new Change.Schema(old, position, changed, position));
    }
  }

  private void planMoveClass(Edit.MoveClass edit) throws ProjectFormatException {
    ClassDefinition definition = requireClass(edit.id());
    int from = state.position(definition.id());
    int to = Math.clamp(edit.position(), 0, state.classes().size() - 1);
    if (from != to) {
      add(new Change.Schema(definition, from, definition, to));
    }
  }

  private void planRemoveClass(Edit.RemoveClass edit) throws ProjectFormatException {
    ClassDefinition definition = requireClass(edit.id());
    add(new Change.Schema(definition, state.position(definition.id()), null, -1));
  }

  private ClassDefinition requireClass(String id) throws ProjectFormatException {
    int position = state.position(id);
    if (position < 0) {
      throw new ProjectFormatException(
          "There is no class with the id \""
              + id
              + "\" any more; it was removed in the meantime. Undo brings it back.");
    }
    return state.classes().get(position);
  }

  private int[] checkedRows(int[] rows) throws ProjectFormatException {
    int[] sorted = Arrays.stream(rows).sorted().distinct().toArray();
    int count = state.labels().rows();
    if (sorted.length > 0 && (sorted[0] < 0 || sorted[sorted.length - 1] >= count)) {
      int wrong = sorted[0] < 0 ? sorted[0] : sorted[sorted.length - 1];
      throw new ProjectFormatException(
          "There is no image number " + wrong + ": the project has " + count + ".");
    }
    return sorted;
  }
}
