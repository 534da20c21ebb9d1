// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;
import org.patchwork.project.PlainState.PlainClass;

/**
 * The simplest thing that a project could be: arrays in memory, copied as a whole for undo. Classes
 * are known by their names.
 */
final class PlainProject {
  private PlainState state = PlainState.empty();
  private final Deque<PlainState> undo = new ArrayDeque<>();
  private final Deque<PlainState> redo = new ArrayDeque<>();
  private int events;

  /** How many events the log must hold, if none came from elsewhere. */
  int events() {
    return events;
  }

  /** Does a step; true if it changes anything. */
  boolean apply(Step step) {
    boolean changed =
        switch (step) {
          case Step.Undo s -> travel(undo, redo);
          case Step.Redo s -> travel(redo, undo);
          case Step.Reopen s -> false;
          case Step.Editing s -> edit(state.after(s));
        };
    events += changed ? 1 : 0;
    return changed;
  }

  private boolean travel(Deque<PlainState> from, Deque<PlainState> to) {
    if (from.isEmpty()) {
      return false;
    }
    to.push(state);
    state = from.pop();
    return true;
  }

  private boolean edit(PlainState after) {
    if (difference(state, after) == null && sameAnswers(state, after)) {
      return false;
    }
    undo.push(state);
    redo.clear();
    state = after;
    return true;
  }

  /** Where a real project differs from this one, or null. */
  String difference(ProjectSession session) {
    String found = difference(state, of(session));
    if (found == null && session.canUndo() == undo.isEmpty()) {
      return "undo is " + (undo.isEmpty() ? "possible" : "not possible");
    } else if (found == null && session.canRedo() == redo.isEmpty()) {
      return "redo is " + (redo.isEmpty() ? "possible" : "not possible");
    }
    return found;
  }

  /** What a real project holds; without the answers, and of removed classes only the names. */
  private static PlainState of(ProjectSession session) {
    LabelTable table = session.labels();
    int rows = table.rows();
    List<String> paths = new ArrayList<>();
    List<String> subsets = new ArrayList<>();
    byte[] excluded = new byte[rows];
    byte[] validation = new byte[rows];
    for (int row = 0; row < rows; row++) {
      paths.add(table.path(row));
      subsets.add(table.subset(row));
      excluded[row] = (byte) (table.excluded(row) ? 1 : 0);
      validation[row] = (byte) (table.validation(row) ? 1 : 0);
    }
    Map<String, PlainClass> byId = new HashMap<>();
    for (LabelClass c : session.classes()) {
      byte[] labels = new byte[rows];
      int index = table.classIndex(c.getId());
      for (int row = 0; row < rows && index >= 0; row++) {
        labels[row] = table.label(row, index);
      }
      byId.put(c.getId(), new PlainClass(0, c.getName(), labels, null));
    }
    List<PlainClass> classes = table.classIds().stream().map(byId::get).toList();
    List<PlainClass> trash =
        session.removedClasses().stream()
            .map(c -> new PlainClass(0, c.name(), null, null))
            .toList();
    return new PlainState(paths, subsets, classes, trash, excluded, validation);
  }

  private static String difference(PlainState expected, PlainState actual) {
    if (!expected.paths().equals(actual.paths())) {
      return "%d images instead of %d, or others"
          .formatted(actual.paths().size(), expected.paths().size());
    } else if (!expected.subsets().equals(actual.subsets())) {
      return "other subsets";
    } else if (!names(expected.classes()).equals(names(actual.classes()))) {
      return "classes %s instead of %s"
          .formatted(names(actual.classes()), names(expected.classes()));
    } else if (!names(expected.trash()).equals(names(actual.trash()))) {
      return "removed classes %s instead of %s"
          .formatted(names(actual.trash()), names(expected.trash()));
    }
    for (int c = 0; c < expected.classes().size(); c++) {
      PlainClass wanted = expected.classes().get(c);
      PlainClass found = actual.classes().get(c);
      int row = Arrays.mismatch(wanted.labels(), found.labels());
      if (row >= 0) {
        return "class %s, row %d: %d instead of %d"
            .formatted(wanted.name(), row, found.labels()[row], wanted.labels()[row]);
      }
    }
    return Arrays.equals(expected.excluded(), actual.excluded())
            && Arrays.equals(expected.validation(), actual.validation())
        ? null
        : "other flags";
  }

  /** To be asked where the classes are the same. */
  private static boolean sameAnswers(PlainState one, PlainState other) {
    for (int c = 0; c < one.classes().size(); c++) {
      byte[] answers = one.classes().get(c).answers();
      if (!Arrays.equals(answers, other.classes().get(c).answers())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(List<PlainClass> classes) {
    return classes.stream().map(c -> Objects.toString(c == null ? null : c.name())).toList();
  }
}
