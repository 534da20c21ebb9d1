// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelSchema;
import org.patchwork.project.Edit;

/**
 * Which labels follow from others, by exclusion groups (at most one class of a group is present)
 * and by parents (a kind of something is that something). The one place that knows these rules:
 * keys, buttons, import, command line and the list of contradictions all ask here.
 *
 * <p>Every rule has one condition and one consequence, as in 2-satisfiability: present in one class
 * of a group, absent in the others; child present, parent present; parent absent, child absent. So
 * what follows from several labels is the union of what follows from each, and that is worked out
 * once, when this is made. Immutable.
 */
public final class Implications {
  private static final String WHOLE_PROJECT = "all classes";

  private final List<ClassRelation> classes;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<ClassRule> rules = new ArrayList<>();

  /** What follows from label {@code v} of class {@code c}, itself included, at place 2c + v. */
  private final BitSet[] closure;

  private Implications(List<ClassRelation> classes, boolean exclusive) {
    this.classes = List.copyOf(classes);
    for (int c = 0; c < classes.size(); c++) {
      indices.put(classes.get(c).id(), c);
    }
    addGroups(exclusive);
    addParents();
    closure = closure();
  }

  /** The rules of a project. */
  public static Implications of(LabelSchema schema) {
    return of(schema.getClasses().stream().map(ClassRelation::of).toList(), schema.isExclusive());
  }

  /**
   * The rules of these classes.
   *
   * @param classes in the order of the label table
   * @param exclusive true if all of them exclude each other, whatever their groups
   */
  public static Implications of(List<ClassRelation> classes, boolean exclusive) {
    return new Implications(classes, exclusive);
  }

  private void addGroups(boolean exclusive) {
    Map<String, List<ClassRelation>> groups = new LinkedHashMap<>();
    for (ClassRelation each : classes) {
      String group = exclusive ? WHOLE_PROJECT : each.group();
      if (!group.isEmpty()) {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(each);
      }
    }
    groups.forEach(
        (name, members) -> {
          for (int i = 0; i < members.size(); i++) {
            for (ClassRelation other : members.subList(i + 1, members.size())) {
              rules.add(new ClassRule(members.get(i).id(), other.id(), LabelTable.ABSENT, name));
            }
          }
        });
  }

  private void addParents() {
    for (ClassRelation each : classes) {
      if (indices.containsKey(each.parent())) {
        rules.add(new ClassRule(each.id(), each.parent(), LabelTable.PRESENT, ""));
      }
    }
  }

  private BitSet[] closure() {
    List<List<Integer>> next = new ArrayList<>();
    for (int i = 0; i < 2 * classes.size(); i++) {
      next.add(new ArrayList<>());
    }
    for (ClassRule rule : rules) {
      int first = 2 * indices.get(rule.classId());
      int other = 2 * indices.get(rule.otherId());
      next.get(first + LabelTable.PRESENT).add(other + rule.second());
      next.get(other + LabelTable.PRESENT - rule.second()).add(first + LabelTable.ABSENT);
    }
    BitSet[] result = new BitSet[next.size()];
    for (int start = 0; start < result.length; start++) {
      result[start] = reachable(start, next);
    }
    return result;
  }

  private static BitSet reachable(int start, List<List<Integer>> next) {
    BitSet seen = new BitSet(next.size());
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen.set(start);
    while (!open.isEmpty()) {
      for (int follower : next.get(open.pop())) {
        if (!seen.get(follower)) {
          seen.set(follower);
          open.push(follower);
        }
      }
    }
    return seen;
  }

  /** True if no label follows from another. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The rules one by one, groups first. */
  public List<ClassRule> rules() {
    return List.copyOf(rules);
  }

  /**
   * Why no image could satisfy these rules if some class were present, or null if all is well. Such
   * classes would be a trap: a parent in a circle, or a parent that its child excludes.
   */
  public String fault() {
    for (int c = 0; c < classes.size(); c++) {
      ClassRelation each = classes.get(c);
      BitSet follows = closure[2 * c + LabelTable.PRESENT];
      for (int other = 0; other < classes.size(); other++) {
        if (other != c && follows.get(2 * other) && follows.get(2 * other + 1)) {
          return "Where %s is present, %s would have to be present and absent at once."
              .formatted(each.name(), classes.get(other).name());
        }
      }
      if (ownAncestor(each)) {
        return each.name() + " would be a kind of itself.";
      }
    }
    return null;
  }

  private boolean ownAncestor(ClassRelation start) {
    ClassRelation each = start;
    for (int steps = 0; steps <= classes.size(); steps++) {
      Integer parent = indices.get(each.parent());
      if (parent == null) {
        return false;
      }
      each = classes.get(parent);
      if (each == start) {
        return true;
      }
    }
    return false; // a circle further up; one of its own members tells
  }

  /**
   * What follows from the labels of one image.
   *
   * @param labels one value per class, in order
   * @return one value per class: the value that follows where the label is unknown, {@link
   *     LabelTable#UNKNOWN} where the label is known, where nothing follows, or where opposites do
   */
  public byte[] implied(byte[] labels) {
    BitSet follows = follows(labels);
    byte[] implied = new byte[labels.length];
    for (int c = 0; c < labels.length; c++) {
      boolean absent = follows.get(2 * c);
      boolean present = follows.get(2 * c + 1);
      implied[c] =
          labels[c] != LabelTable.UNKNOWN || absent == present
              ? LabelTable.UNKNOWN
              : present ? LabelTable.PRESENT : LabelTable.ABSENT;
    }
    return implied;
  }

  private BitSet follows(byte[] labels) {
    BitSet follows = new BitSet(2 * labels.length);
    for (int c = 0; c < labels.length; c++) {
      if (labels[c] != LabelTable.UNKNOWN) {
        follows.or(closure[2 * c + labels[c]]);
      }
    }
    return follows;
  }

  /**
   * The labels by class id, and what follows from them. Labels that are given stay as they are,
   * even if they contradict each other.
   */
  public Map<String, Byte> complete(Map<String, Byte> values) {
    byte[] labels = new byte[classes.size()];
    Arrays.fill(labels, LabelTable.UNKNOWN);
    values.forEach(
        (id, value) -> {
          if (indices.containsKey(id)) {
            labels[indices.get(id)] = value;
          }
        });
    byte[] implied = implied(labels);
    Map<String, Byte> all = new LinkedHashMap<>(values);
    for (int c = 0; c < implied.length; c++) {
      if (implied[c] != LabelTable.UNKNOWN) {
        all.putIfAbsent(classes.get(c).id(), implied[c]);
      }
    }
    return all;
  }

  /**
   * The edit with what follows from the labels it sets. The newest answer counts: a label from
   * before that contradicts it is replaced. Edits that set no labels come back as they are.
   */
  public Edit complete(Edit edit) {
    if (isEmpty()) {
      return edit;
    }
    return switch (edit) {
      case Edit.SetLabels e -> new Edit.SetLabels(e.rows(), complete(e.values()));
      case Edit.Composite e ->
          new Edit.Composite(e.label(), e.edits().stream().map(this::complete).toList());
      default -> edit;
    };
  }

  /** Rules that the labels of one image break. */
  public List<ClassRule> broken(byte[] labels) {
    return rules.stream().filter(rule -> broken(rule, labels)).toList();
  }

  private boolean broken(ClassRule rule, byte[] labels) {
    byte first = labels[indices.get(rule.classId())];
    byte other = labels[indices.get(rule.otherId())];
    return rule.broken(first, other);
  }

  /** The broken rule in words. */
  public String describe(ClassRule rule) {
    return rule.broken(name(rule.classId()), name(rule.otherId()));
  }

  private String name(String id) {
    return classes.get(indices.get(id)).name();
  }

  int index(String id) {
    return indices.get(id);
  }
}
