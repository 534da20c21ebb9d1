// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.core.LabelTable;
import org.patchwork.project.classes.ClassRule;
import org.patchwork.project.classes.Implications;

/**
 * What follows from the labels of the selected images and is not set yet, and where their labels
 * contradict each other.
 *
 * @param implied per class id, in how many images it follows that it is present or absent; classes
 *     of which nothing follows are left out
 * @param clashes the images that break a rule, rule by rule
 */
record ImpliedOffer(Map<String, SelectionState> implied, Map<ClassRule, int[]> clashes) {
  static final ImpliedOffer NOTHING = new ImpliedOffer(Map.of(), Map.of());

  /** A larger selection gets no offer: a look at each image would hold up the display. */
  static final int MOST_ROWS = 2000;

  private static final int NAMED = 4;

  static ImpliedOffer of(LabelTable labels, int[] rows, Implications implications) {
    if (implications.isEmpty() || rows.length > MOST_ROWS) {
      return NOTHING;
    }
    int[] present = new int[labels.classes()];
    int[] absent = new int[labels.classes()];
    Map<ClassRule, List<Integer>> clashes = new LinkedHashMap<>();
    byte[] row = new byte[labels.classes()];
    for (int number : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] = labels.label(number, c);
      }
      byte[] follows = implications.implied(row);
      for (int c = 0; c < row.length; c++) {
        present[c] += follows[c] == LabelTable.PRESENT ? 1 : 0;
        absent[c] += follows[c] == LabelTable.ABSENT ? 1 : 0;
      }
      for (ClassRule rule : implications.broken(row)) {
        clashes.computeIfAbsent(rule, key -> new ArrayList<>()).add(number);
      }
    }
    return new ImpliedOffer(counts(labels, present, absent), arrays(clashes));
  }

  private static Map<String, SelectionState> counts(
      LabelTable labels, int[] present, int[] absent) {
    Map<String, SelectionState> implied = new LinkedHashMap<>();
    for (int c = 0; c < present.length; c++) {
      if (present[c] + absent[c] > 0) {
        implied.put(labels.classIds().get(c), new SelectionState(present[c], absent[c], 0));
      }
    }
    return implied;
  }

  private static Map<ClassRule, int[]> arrays(Map<ClassRule, List<Integer>> rows) {
    Map<ClassRule, int[]> arrays = new LinkedHashMap<>();
    rows.forEach(
        (rule, list) -> arrays.put(rule, list.stream().mapToInt(Integer::intValue).toArray()));
    return arrays;
  }

  /** What follows, in words: {@code animal present, cat absent}; empty if nothing does. */
  String text(List<ClassStyle> classes, int selected) {
    List<String> parts = new ArrayList<>();
    for (ClassStyle each : classes) {
      SelectionState state = implied.get(each.id());
      if (state != null) {
        parts.add(each.name() + " " + text(state, selected));
      }
    }
    String named = parts.stream().limit(NAMED).collect(Collectors.joining(", "));
    return parts.size() > NAMED ? named + " and " + (parts.size() - NAMED) + " more" : named;
  }

  private static String text(SelectionState state, int selected) {
    List<String> words = new ArrayList<>();
    for (byte value : new byte[] {LabelTable.PRESENT, LabelTable.ABSENT}) {
      int count = state.count(value);
      if (count > 0) {
        String word = value == LabelTable.PRESENT ? "present" : "absent";
        words.add(count == selected ? word : word + " in " + count);
      }
    }
    return String.join(" and ", words);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImpliedOffer offer
        && implied.equals(offer.implied)
        && clashes.keySet().equals(offer.clashes.keySet())
        && clashes.entrySet().stream()
            .allMatch(each -> Arrays.equals(each.getValue(), offer.clashes.get(each.getKey())));
  }

  @Override
  public int hashCode() {
    return implied.hashCode() + 31 * clashes.keySet().hashCode();
  }
}
