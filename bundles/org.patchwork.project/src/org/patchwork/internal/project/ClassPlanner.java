// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;
import java.util.List;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.classes.ClassRelation;
import org.patchwork.project.classes.Implications;

/** Plans edits of what is said about classes; their labels stay as they are. */
final class ClassPlanner {
  private final EditPlanner planner;

  ClassPlanner(EditPlanner planner) {
    this.planner = planner;
  }

  void add(Edit.AddClass edit) throws ProjectFormatException {
    ClassDefinition fresh = fresh(edit.name(), edit.description(), edit.color(), edit.hotKey());
    add(fresh, classes().size());
  }

  /** A class that is not there yet; null takes a default. */
  ClassDefinition fresh(String name, String description, String color, String hotKey) {
    return ClassDefinition.named(
        planner.state().nextClassNumber(),
        name,
        description == null ? "" : description,
        color == null ? ClassDefaults.color(classes()) : color,
        hotKey == null ? ClassDefaults.hotKey(classes()) : hotKey);
  }

  void add(ClassDefinition fresh, int position) throws ProjectFormatException {
    ClassRules.check(fresh, classes());
    planner.add(new Change.Schema(null, -1, fresh, position));
    checkRelations();
  }

  void update(Edit.UpdateClass edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    ClassDefinition changed =
        old.withLook(
            edit.name() == null ? old.name() : edit.name(),
            edit.description() == null ? old.description() : edit.description(),
            edit.color() == null || edit.color().isEmpty() ? old.color() : edit.color(),
            edit.hotKey() == null ? old.hotKey() : edit.hotKey());
    ClassRules.check(changed, classes());
    replace(old, changed);
  }

  void move(Edit.MoveClass edit) throws ProjectFormatException {
    ClassDefinition definition = planner.requireClass(edit.id());
    int from = planner.state().position(definition.id());
    int to = Math.clamp(edit.position(), 0, classes().size() - 1);
    if (from != to) {
      planner.add(new Change.Schema(definition, from, definition, to));
    }
  }

  void remove(String id) throws ProjectFormatException {
    ClassDefinition definition = planner.requireClass(id);
    adopt(id, "");
    planner.add(new Change.Schema(definition, planner.state().position(id), null, -1));
  }

  /** Gives the kinds of a class another parent; the new parent itself does not become its own. */
  void adopt(String parentId, String newParentId) {
    for (ClassDefinition each : classes()) {
      if (each.parent().equals(parentId) && !each.id().equals(newParentId)) {
        replace(each, each.withParent(newParentId));
      }
    }
  }

  /** Brings a class back as it was, with another name or key if others have them now. */
  void restore(ClassDefinition removed) throws ProjectFormatException {
    String hotKey = removed.hotKey();
    if (classes().stream().anyMatch(each -> each.hotKey().equals(hotKey))) {
      removed =
          removed.withLook(
              removed.name(),
              removed.description(),
              removed.color(),
              hotKey.isEmpty() ? "" : ClassDefaults.hotKey(classes()));
    }
    ClassDefinition back =
        removed.withLook(
            freeName(removed.name()), removed.description(), removed.color(), removed.hotKey());
    if (planner.state().position(back.parent()) < 0) {
      back = back.withParent("");
    }
    ClassRules.check(back, classes());
    planner.restore(new Change.Schema(null, -1, back, classes().size()));
    checkRelations();
  }

  private String freeName(String name) {
    String free = name;
    for (int number = 2; taken(free); number++) {
      free = name + " " + number;
    }
    return free;
  }

  private boolean taken(String name) {
    return classes().stream().anyMatch(each -> each.name().equals(name));
  }

  void setGroup(Edit.SetExclusionGroup edit) throws ProjectFormatException {
    ClassRules.checkGroup(edit.group());
    for (String id : edit.ids()) {
      ClassDefinition old = planner.requireClass(id);
      replace(old, old.withExclusionGroup(edit.group()));
    }
    checkRelations();
  }

  void setParent(Edit.SetParent edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    if (!edit.parentId().isEmpty()) {
      planner.requireClass(edit.parentId());
    }
    replace(old, old.withParent(edit.parentId()));
    checkRelations();
  }

  void setGoal(Edit.SetGoal edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    if (edit.goal() < 0) {
      throw new ProjectFormatException(
          "The goal of class \""
              + old.name()
              + "\" is "
              + edit.goal()
              + ", but must be a number of images, or 0 for no goal.");
    }
    replace(old, old.withGoal(edit.goal()));
  }

  void setExamples(Edit.SetExamples edit) throws ProjectFormatException {
    ClassDefinition old = planner.requireClass(edit.id());
    planner.checkedRows(edit.rows());
    List<Integer> rows = Arrays.stream(edit.rows()).distinct().boxed().toList();
    if (rows.size() > Edit.MAX_EXAMPLES) {
      throw new ProjectFormatException(
          "Class \"%s\" would have %d examples, but takes at most %d. Choose the best ones."
              .formatted(old.name(), rows.size(), Edit.MAX_EXAMPLES));
    }
    replace(old, old.withExamples(rows));
  }

  void replace(ClassDefinition old, ClassDefinition changed) {
    if (!changed.equals(old)) {
      int position = planner.state().position(old.id());
      planner.add(new Change.Schema(old, position, changed, position));
    }
  }

  /** Refuses groups and parents that no image could satisfy. */
  void checkRelations() throws ProjectFormatException {
    List<ClassRelation> relations = classes().stream().map(ClassDefinition::relation).toList();
    String fault = Implications.of(relations, false).fault();
    if (fault != null) {
      throw new ProjectFormatException(fault + " Choose another group or parent.");
    }
  }

  private List<ClassDefinition> classes() {
    return planner.state().classes();
  }
}
