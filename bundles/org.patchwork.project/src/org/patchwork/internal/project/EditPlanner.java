// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;

/** Turns one edit into changes, checking it against the state it meets. Used once. */
final class EditPlanner {
  private final List<Change> changes = new ArrayList<>();
  private final RemovedClasses trash;
  private final VotePlanner votes;
  private ProjectState state;

  private EditPlanner(ProjectState state, RemovedClasses trash, Electorate electorate) {
    this.state = state;
    this.trash = trash;
    this.votes = new VotePlanner(this, electorate);
  }

  /**
   * Plans an edit; writes nothing.
   *
   * @param trash the classes that can be restored
   * @param electorate whose answers the labels in the edit are, and how they count
   * @throws ProjectFormatException if the edit cannot be done in this state; says why and what to
   *     do
   */
  static EditPlan plan(Edit edit, ProjectState state, RemovedClasses trash, Electorate electorate)
      throws ProjectFormatException {
    EditPlanner planner = new EditPlanner(state, trash, electorate);
    String description = EditDescriptions.describe(edit, state, trash);
    planner.plan(edit);
    return new EditPlan(description, List.copyOf(NetChanges.of(planner.changes)), planner.state);
  }

  private void plan(Edit edit) throws ProjectFormatException {
    switch (edit) {
      case Edit.SetLabels e -> votes.answer(checkedRows(e.rows()), byColumn(e.values()));
      case Edit.AnswerAgain e -> votes.answerAgain(checkedRows(e.rows()), byColumn(e.values()));
      case Edit.SetVotePolicy e -> votes.setPolicy(e.policy());
      case Edit.SetExcluded e -> planFlag(Columns.EXCLUDED, e.rows(), e.excluded());
      case Edit.SetValidation e -> planFlag(Columns.VALIDATION, e.rows(), e.validation());
      case Edit.AddClass e -> new ClassPlanner(this).add(e);
      case Edit.UpdateClass e -> new ClassPlanner(this).update(e);
      case Edit.MoveClass e -> new ClassPlanner(this).move(e);
      case Edit.RemoveClass e -> new ClassPlanner(this).remove(e.id());
      case Edit.RestoreClass e -> new ClassPlanner(this).restore(trash.find(e.id()));
      case Edit.SetExclusionGroup e -> new ClassPlanner(this).setGroup(e);
      case Edit.SetParent e -> new ClassPlanner(this).setParent(e);
      case Edit.SetGoal e -> new ClassPlanner(this).setGoal(e);
      case Edit.SetExamples e -> new ClassPlanner(this).setExamples(e);
      case Edit.MergeClasses e -> new ClassLabelPlanner(this).merge(e);
      case Edit.SplitClass e -> new ClassLabelPlanner(this).split(e);
      case Edit.CopyClass e -> new ClassLabelPlanner(this).copy(e);
      case Edit.SetImplied e -> new ClassLabelPlanner(this).setImplied(e);
      case Edit.AddImages e -> new ImportPlanner(this).addImages(e.images());
      case Edit.ImportLabels e -> new ImportPlanner(this).importLabels(e);
      case Edit.RestoreTo e ->
          throw new IllegalArgumentException("A restore cannot be a part of another edit");
      case Edit.MergeLabels e -> new MergePlanner(this, e).plan(e);
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

  /** Adds the change of a class that comes back from the trash, and its labels. */
  void restore(Change.Schema change) throws ProjectFormatException {
    add(change);
    byte[] labels = trash.labels(change.number(), state.labels().rows());
    state = state.withColumn(change.number(), labels);
  }

  VotePlanner votes() {
    return votes;
  }

  /** Labels by number of the class, in the order of the classes. */
  private Map<Integer, Byte> byColumn(Map<String, Byte> values) throws ProjectFormatException {
    for (String id : values.keySet()) {
      requireClass(id);
    }
    Map<Integer, Byte> byColumn = new LinkedHashMap<>();
    for (ClassDefinition definition : state.classes()) {
      Byte value = values.get(definition.id());
      if (value != null) {
        checkValue(value, definition);
        byColumn.put(definition.number(), value);
      }
    }
    return byColumn;
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
    ChangedCells changed = new ChangedCells(rows.length);
    for (int i = 0; i < rows.length; i++) {
      changed.add(rows[i], cells.get(rows[i]), values[i]);
    }
    if (changed.any()) {
      add(new Change.Cells(column, changed.rows(), changed.before(), changed.after()));
    }
  }

  ClassDefinition requireClass(String id) throws ProjectFormatException {
    int position = state.position(id);
    if (position < 0) {
      throw new ProjectFormatException(
          "There is no class with the id \""
              + id
              + "\" any more; it was removed in the meantime. Undo brings it back.");
    }
    return state.classes().get(position);
  }

  int[] checkedRows(int[] rows) throws ProjectFormatException {
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
