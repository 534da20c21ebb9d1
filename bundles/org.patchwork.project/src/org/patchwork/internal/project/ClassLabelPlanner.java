// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.classes.Implications;

/** Plans edits that make labels of one class out of those of others. */
final class ClassLabelPlanner {
  /** The label of one row, worked out from the state. */
  private interface Labels {
    byte get(int row);
  }

  private final EditPlanner planner;
  private final ClassPlanner classes;

  ClassLabelPlanner(EditPlanner planner) {
    this.planner = planner;
    this.classes = new ClassPlanner(planner);
  }

  void merge(Edit.MergeClasses edit) throws ProjectFormatException {
    ClassDefinition from = planner.requireClass(edit.fromId());
    ClassDefinition into = planner.requireClass(edit.intoId());
    if (from.number() == into.number()) {
      throw new ProjectFormatException(
          "Class \"" + from.name() + "\" cannot be merged into itself. Choose another.");
    }
    CellReader goes = CellReader.of(planner.state(), from.number());
    CellReader stays = CellReader.of(planner.state(), into.number());
    setAll(into.number(), row -> edit.rule().merge(stays.get(row), goes.get(row)));
    planner
        .votes()
        .derive(from.number(), into.number(), (row, other, own) -> edit.rule().merge(own, other));
    ClassDefinition merged = into.withExamples(examples(into, from));
    classes.replace(
        into, into.parent().equals(from.id()) ? merged.withParent(from.parent()) : merged);
    classes.adopt(from.id(), into.id());
    classes.remove(from.id());
    classes.checkRelations();
  }

  private static List<Integer> examples(ClassDefinition into, ClassDefinition from) {
    return Stream.concat(into.examples().stream(), from.examples().stream())
        .distinct()
        .limit(Edit.MAX_EXAMPLES)
        .toList();
  }

  void split(Edit.SplitClass edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    CellReader labels = CellReader.of(planner.state(), old.number());
    BitSet chosen = new BitSet();
    for (int row : planner.checkedRows(edit.rows())) {
      chosen.set(row, labels.get(row) == LabelTable.PRESENT);
    }
    if (chosen.isEmpty()) {
      throw new ProjectFormatException(
          "In none of the %d chosen images is \"%s\" present. Choose images of the class to split."
              .formatted(edit.rows().length, old.name()));
    }
    ClassDefinition fresh = classes.fresh(edit.newName(), null, null, null);
    fresh =
        edit.kind()
            ? fresh.withParent(old.id())
            : fresh.withParent(old.parent()).withExclusionGroup(old.exclusionGroup());
    classes.add(fresh, planner.state().position(old.id()) + 1);
    boolean restAbsent = edit.restAbsent() || !fresh.exclusionGroup().isEmpty();
    byte rest = restAbsent ? LabelTable.ABSENT : LabelTable.UNKNOWN;
    setAll(fresh.number(), row -> part(labels.get(row), chosen.get(row), rest));
    planner
        .votes()
        .derive(
            old.number(), fresh.number(), (row, vote, none) -> part(vote, chosen.get(row), rest));
    if (!edit.kind()) {
      setAll(old.number(), row -> chosen.get(row) ? LabelTable.ABSENT : labels.get(row));
      planner
          .votes()
          .derive(
              old.number(),
              old.number(),
              (row, vote, same) ->
                  chosen.get(row) && vote == LabelTable.PRESENT ? LabelTable.ABSENT : vote);
    }
  }

  private static byte part(byte label, boolean chosen, byte rest) {
    return label != LabelTable.PRESENT || chosen ? label : rest;
  }

  void copy(Edit.CopyClass edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    CellReader labels = CellReader.of(planner.state(), old.number());
    ClassDefinition fresh =
        classes
            .fresh(edit.newName(), old.description(), null, null)
            .withParent(old.parent())
            .withExamples(old.examples());
    classes.add(fresh, planner.state().position(old.id()) + 1);
    setAll(fresh.number(), labels::get);
    planner.votes().derive(old.number(), fresh.number(), (row, vote, none) -> vote);
  }

  void setImplied(Edit.SetImplied edit) throws ProjectFormatException {
    List<ClassDefinition> all = planner.state().classes();
    Implications implications =
        Implications.of(all.stream().map(ClassDefinition::relation).toList(), edit.exclusive());
    LabelTable labels = planner.state().labels();
    int[] rows =
        edit.rows() == null
            ? IntStream.range(0, labels.rows()).toArray()
            : planner.checkedRows(edit.rows());
    if (implications.isEmpty()) {
      return;
    }
    List<RowValues> implied = all.stream().map(each -> new RowValues(0)).toList();
    byte[] row = new byte[all.size()];
    for (int number : rows) {
      if (labels.status(number) == LabelTable.Status.PARTIAL) {
        for (int c = 0; c < row.length; c++) {
          row[c] = labels.label(number, c);
        }
        collect(number, implications.implied(row), implied);
      }
    }
    for (int c = 0; c < all.size(); c++) {
      planner.votes().answer(all.get(c).number(), implied.get(c));
    }
  }

  private static void collect(int row, byte[] follows, List<RowValues> implied) {
    for (int c = 0; c < follows.length; c++) {
      if (follows[c] != LabelTable.UNKNOWN) {
        implied.get(c).add(row, follows[c]);
      }
    }
  }

  /** Gives every row the label that is worked out for it; only what changes is recorded. */
  private void setAll(int column, Labels labels) {
    int count = planner.state().labels().rows();
    CellReader old = CellReader.of(planner.state(), column);
    RowValues cells = new RowValues(0);
    for (int row = 0; row < count; row++) {
      byte label = labels.get(row);
      if (label != old.get(row)) {
        cells.add(row, label);
      }
    }
    planner.setCells(column, cells.rows(), cells.values());
  }
}
