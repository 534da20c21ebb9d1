// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;

/** The simplest thing that classes could be: maps in memory, copied as a whole for undo. */
final class PlainClasses {
  static final int ROWS = 12;

  /** One class with its labels. */
  static final class Entry {
    final String id;
    String name;
    String group = "";
    String parent = "";
    int goal;
    List<Integer> examples = List.of();
    byte[] labels = new byte[ROWS];

    Entry(String id, String name) {
      this.id = id;
      this.name = name;
      Arrays.fill(labels, LabelTable.UNKNOWN);
    }

    Entry copy() {
      Entry copy = new Entry(id, name);
      copy.group = group;
      copy.parent = parent;
      copy.goal = goal;
      copy.examples = examples;
      copy.labels = labels.clone();
      return copy;
    }

    @Override
    public String toString() {
      return String.join(
          "|", id, name, group, parent, "" + goal, "" + examples, Arrays.toString(labels));
    }
  }

  final List<Entry> classes = new ArrayList<>();
  final Map<String, Entry> trash = new LinkedHashMap<>();
  int made;

  PlainClasses copy() {
    PlainClasses copy = new PlainClasses();
    classes.forEach(each -> copy.classes.add(each.copy()));
    trash.forEach((id, each) -> copy.trash.put(id, each.copy()));
    copy.made = made;
    return copy;
  }

  Entry get(String id) {
    return classes.stream().filter(each -> each.id.equals(id)).findFirst().orElseThrow();
  }

  /** The ids of classes are c2, c3 …, counted over all that were ever made. */
  Entry make(String name, int position) {
    Entry fresh = new Entry("c" + (2 + made++), name);
    classes.add(position, fresh);
    return fresh;
  }

  void remove(String id, String heir) {
    Entry gone = get(id);
    for (Entry each : classes) {
      if (each.parent.equals(id) && !each.id.equals(heir)) {
        each.parent = heir;
      }
    }
    classes.remove(gone);
    trash.put(id, gone);
  }

  void restore(String id) {
    Entry back = trash.remove(id);
    if (classes.stream().noneMatch(each -> each.id.equals(back.parent))) {
      back.parent = "";
    }
    classes.add(back);
  }

  void merge(String fromId, String intoId, ConflictRule rule) {
    Entry from = get(fromId);
    Entry into = get(intoId);
    for (int row = 0; row < ROWS; row++) {
      into.labels[row] = rule.merge(into.labels[row], from.labels[row]);
    }
    List<Integer> examples = new ArrayList<>(into.examples);
    from.examples.stream().filter(row -> !examples.contains(row)).forEach(examples::add);
    into.examples = examples;
    if (into.parent.equals(fromId)) {
      into.parent = from.parent;
    }
    remove(fromId, intoId);
  }

  String text() {
    return classes + "\n" + new TreeSet<>(trash.keySet());
  }

  static String text(ProjectSession session) {
    PlainClasses plain = new PlainClasses();
    LabelTable labels = session.labels();
    for (LabelClass each : session.classes()) {
      Entry entry = new Entry(each.getId(), each.getName());
      entry.group = each.getExclusionGroup() == null ? "" : each.getExclusionGroup();
      entry.parent = each.getParent() == null ? "" : each.getParent();
      entry.goal = each.getGoal();
      entry.examples = List.copyOf(each.getExamples());
      for (int row = 0; row < ROWS; row++) {
        entry.labels[row] = labels.label(row, labels.classIndex(each.getId()));
      }
      plain.classes.add(entry);
    }
    session.removedClasses().forEach(each -> plain.trash.put(each.id(), null));
    return plain.text();
  }
}
