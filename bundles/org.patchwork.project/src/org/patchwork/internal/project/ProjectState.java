// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.VotePolicy;

/**
 * Everything that edits change, at one moment. Immutable.
 *
 * @param labels the label table; its classes are those of {@code classes}
 * @param classes in order
 * @param nextClassNumber larger than the number of any class there ever was
 * @param policy which of several answers counts
 */
public record ProjectState(
    LabelTable labels, List<ClassDefinition> classes, int nextClassNumber, VotePolicy policy) {
  public ProjectState {
    classes = List.copyOf(classes);
  }

  ClassDefinition classByNumber(int number) {
    return classes.stream()
        .filter(c -> c.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no class number " + number));
  }

  int position(String classId) {
    return labels.classIndex(classId);
  }

  ProjectState with(Change change) {
    return switch (change) {
      case Change.Cells cells -> withCells(cells);
      case Change.Schema schema -> withSchema(schema);
      case Change.Rows rows -> withRows(rows);
      case Change.Votes votes -> this; // they lie beside the state
      case Change.Policy rule -> new ProjectState(labels, classes, nextClassNumber, rule.after());
    };
  }

  private ProjectState withCells(Change.Cells cells) {
    LabelTable changed =
        switch (cells.column()) {
          case Columns.EXCLUDED -> labels.withExcluded(cells.rows(), cells.after());
          case Columns.VALIDATION -> labels.withValidation(cells.rows(), cells.after());
          default ->
              labels.withLabels(
                  position(classByNumber(cells.column()).id()), cells.rows(), cells.after());
        };
    return new ProjectState(changed, classes, nextClassNumber, policy);
  }

  private ProjectState withSchema(Change.Schema change) {
    List<ClassDefinition> changed = new ArrayList<>(classes);
    if (change.before() != null) {
      changed.remove(change.beforePosition());
    }
    if (change.after() != null) {
      changed.add(change.afterPosition(), change.after());
    }
    int next = Math.max(nextClassNumber, change.number() + 1);
    return new ProjectState(labels.withClasses(ids(changed)), changed, next, policy);
  }

  private ProjectState withRows(Change.Rows change) {
    LabelTable changed =
        change.after() < change.before()
            ? labels.withFirstRows(change.after())
            : labels.withRows(
                change.added().stream().map(ImageEntry::path).toList(),
                change.added().stream().map(ImageEntry::subset).toList());
    return new ProjectState(changed, classes, nextClassNumber, policy);
  }

  /** As this, with the labels of a class that came back put in. */
  ProjectState withColumn(int number, byte[] values) {
    int[] rows = java.util.stream.IntStream.range(0, values.length).toArray();
    return new ProjectState(
        labels.withLabels(position(classByNumber(number).id()), rows, values),
        classes,
        nextClassNumber,
        policy);
  }

  static List<String> ids(List<ClassDefinition> classes) {
    return classes.stream().map(ClassDefinition::id).toList();
  }
}
