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

/**
 * The simplest thing that a project could be: arrays in memory, copied as a whole for undo. Classes
 * are known by their names.
 */
final class PlainProject {
  private State state = new State(List.of(), List.of(), List.of(), column(0, 0), column(0, 0));
  private final Deque<State> undo = new ArrayDeque<>();
  private final Deque<State> redo = new ArrayDeque<>();
  private int events;

  /**
   * A class.
   *
   * @param answers what the one annotator said; imported labels are nobody's answer
   */
  private record PlainClass(String name, byte[] labels, byte[] answers) {
    PlainClass(String name, byte[] labels) {
      this(name, labels, column(labels.length, LabelTable.UNKNOWN));
    }
  }

  /** Everything there is; never changed. */
  private record State(
      List<String> paths,
      List<String> subsets,
      List<PlainClass> classes,
      byte[] excluded,
      byte[] validation) {}

  private static byte[] column(int size, int value) {
    byte[] column = new byte[size];
    Arrays.fill(column, (byte) value);
    return column;
  }

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
          case Step.Editing s -> edit(after(state, s));
        };
    events += changed ? 1 : 0;
    return changed;
  }

  private boolean travel(Deque<State> from, Deque<State> to) {
    if (from.isEmpty()) {
      return false;
    }
    to.push(state);
    state = from.pop();
    return true;
  }

  private boolean edit(State after) {
    if (difference(state, after) == null && sameAnswers(state, after)) {
      return false;
    }
    undo.push(state);
    redo.clear();
    state = after;
    return true;
  }

  private static State after(State before, Step.Editing step) {
    return switch (step) {
      case Step.Label s -> labelled(before, before, s);
      case Step.Flag s -> flagged(before, s);
      case Step.AddClass s -> withClasses(before, added(before, s.name()));
      case Step.RenameClass s -> withClasses(before, renamed(before, s));
      case Step.MoveClass s -> withClasses(before, moved(before, s));
      case Step.RemoveClass s -> withClasses(before, removed(before, s));
      case Step.AddImages s -> withImages(before, s.images());
      case Step.ImportLabels s -> imported(before, s);
      case Step.Several s -> {
        State after = before;
        for (Step.Editing part : s.parts()) {
          after =
              part instanceof Step.Label label
                  ? labelled(after, before, label)
                  : flagged(after, (Step.Flag) part);
        }
        yield after;
      }
    };
  }

  private static State labelled(State state, State before, Step.Label step) {
    List<PlainClass> classes = new ArrayList<>(state.classes);
    if (!classes.isEmpty()) {
      step.valuesByPlace(before.classes.size())
          .forEach(
              (place, value) -> {
                PlainClass old = classes.get(place);
                classes.set(
                    place,
                    new PlainClass(
                        old.name,
                        set(old.labels, step.rows(), value),
                        set(old.answers, step.rows(), value)));
              });
    }
    return withClasses(state, classes);
  }

  private static State flagged(State state, Step.Flag step) {
    byte on = (byte) (step.on() ? 1 : 0);
    return step.exclude()
        ? new State(
            state.paths,
            state.subsets,
            state.classes,
            set(state.excluded, step.rows(), on),
            state.validation)
        : new State(
            state.paths,
            state.subsets,
            state.classes,
            state.excluded,
            set(state.validation, step.rows(), on));
  }

  private static byte[] set(byte[] column, int[] numbers, byte value) {
    byte[] changed = column.clone();
    for (int row : Step.rowsOf(numbers, column.length)) {
      changed[row] = value;
    }
    return changed;
  }

  private static State withClasses(State state, List<PlainClass> classes) {
    return new State(state.paths, state.subsets, classes, state.excluded, state.validation);
  }

  private static List<PlainClass> added(State state, String name) {
    List<PlainClass> classes = new ArrayList<>(state.classes);
    classes.add(new PlainClass(name, column(state.paths.size(), LabelTable.UNKNOWN)));
    return classes;
  }

  private static List<PlainClass> renamed(State state, Step.RenameClass step) {
    List<PlainClass> classes = new ArrayList<>(state.classes);
    if (!classes.isEmpty()) {
      int place = step.number() % classes.size();
      PlainClass old = classes.get(place);
      classes.set(place, new PlainClass(step.name(), old.labels, old.answers));
    }
    return classes;
  }

  private static List<PlainClass> moved(State state, Step.MoveClass step) {
    List<PlainClass> classes = new ArrayList<>(state.classes);
    if (!classes.isEmpty()) {
      PlainClass moved = classes.remove(step.number() % classes.size());
      classes.add(step.position() % (classes.size() + 1), moved);
    }
    return classes;
  }

  private static List<PlainClass> removed(State state, Step.RemoveClass step) {
    List<PlainClass> classes = new ArrayList<>(state.classes);
    if (!classes.isEmpty()) {
      classes.remove(step.number() % classes.size());
    }
    return classes;
  }

  private static State withImages(State state, List<ImageEntry> images) {
    Map<String, ImageEntry> fresh = new java.util.LinkedHashMap<>();
    images.forEach(image -> fresh.putIfAbsent(image.path(), image));
    state.paths.forEach(fresh::remove);
    List<String> paths = new ArrayList<>(state.paths);
    List<String> subsets = new ArrayList<>(state.subsets);
    byte[] excluded = grown(state.excluded, fresh.size(), 0);
    byte[] validation = grown(state.validation, fresh.size(), 0);
    for (ImageEntry image : fresh.values()) {
      excluded[paths.size()] = (byte) (image.excluded() ? 1 : 0);
      validation[paths.size()] = (byte) (image.validation() ? 1 : 0);
      paths.add(image.path());
      subsets.add(image.subset());
    }
    List<PlainClass> classes =
        state.classes.stream()
            .map(
                c ->
                    new PlainClass(
                        c.name,
                        grown(c.labels, fresh.size(), LabelTable.UNKNOWN),
                        grown(c.answers, fresh.size(), LabelTable.UNKNOWN)))
            .toList();
    return new State(paths, subsets, classes, excluded, validation);
  }

  private static byte[] grown(byte[] column, int more, int value) {
    byte[] grown = column(column.length + more, value);
    System.arraycopy(column, 0, grown, 0, column.length);
    return grown;
  }

  private static State imported(State before, Step.ImportLabels step) {
    State state = withImages(before, List.of(new ImageEntry(step.path())));
    List<PlainClass> classes = added(state, step.className());
    if (step.value() != LabelTable.UNKNOWN) {
      classes.getLast().labels[state.paths.indexOf(step.path())] = step.value();
    }
    return withClasses(state, classes);
  }

  /** Where a real project differs from this one, or null. */
  String difference(ProjectSession session) {
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
      byId.put(c.getId(), new PlainClass(c.getName(), labels));
    }
    List<PlainClass> classes = table.classIds().stream().map(byId::get).toList();
    String found = difference(state, new State(paths, subsets, classes, excluded, validation));
    if (found == null && session.canUndo() == undo.isEmpty()) {
      return "undo is " + (undo.isEmpty() ? "possible" : "not possible");
    }
    return found != null || session.canRedo() != redo.isEmpty()
        ? found
        : "redo is " + (redo.isEmpty() ? "possible" : "not possible");
  }

  private static String difference(State expected, State actual) {
    if (!expected.paths.equals(actual.paths)) {
      return "%d images instead of %d, or others"
          .formatted(actual.paths.size(), expected.paths.size());
    } else if (!expected.subsets.equals(actual.subsets)) {
      return "other subsets";
    } else if (!names(expected).equals(names(actual))) {
      return "classes %s instead of %s".formatted(names(actual), names(expected));
    }
    for (int c = 0; c < expected.classes.size(); c++) {
      int row = Arrays.mismatch(expected.classes.get(c).labels, actual.classes.get(c).labels);
      if (row >= 0) {
        return "class %s, row %d: %d instead of %d"
            .formatted(
                expected.classes.get(c).name,
                row,
                actual.classes.get(c).labels[row],
                expected.classes.get(c).labels[row]);
      }
    }
    return Arrays.equals(expected.excluded, actual.excluded)
            && Arrays.equals(expected.validation, actual.validation)
        ? null
        : "other flags";
  }

  /** To be asked where the classes are the same. */
  private static boolean sameAnswers(State one, State other) {
    for (int c = 0; c < one.classes.size(); c++) {
      if (!Arrays.equals(one.classes.get(c).answers, other.classes.get(c).answers)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(State state) {
    return state.classes.stream().map(c -> Objects.toString(c == null ? null : c.name)).toList();
  }
}
