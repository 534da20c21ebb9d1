// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

/**
 * What the drop-down lists of the Sampling view offer, with the values they stand for; no text is
 * ever parsed.
 */
final class FilterChoices {
  /** One entry of a list. */
  record Choice<T>(String text, T value) {}

  static final List<Choice<LabelStatus>> STATUS =
      List.of(
          new Choice<>("Unlabelled", LabelStatus.UNLABELED),
          new Choice<>("Partly labelled", LabelStatus.PARTIAL),
          new Choice<>("Fully labelled", LabelStatus.LABELED),
          new Choice<>("Labelled or not", LabelStatus.ANY));

  static final List<Choice<ExcludeStatus>> EXCLUDE =
      List.of(
          new Choice<>("For training", ExcludeStatus.TRAINING),
          new Choice<>("Not excluded", ExcludeStatus.NOT_EXCLUDED),
          new Choice<>("Excluded", ExcludeStatus.EXCLUDED),
          new Choice<>("Validation", ExcludeStatus.VALIDATION),
          new Choice<>("Excluded or not", ExcludeStatus.ANY));

  private FilterChoices() {}

  /** The further conditions for a table: all, then by class, then by subset. */
  static List<Choice<Condition>> conditions(List<ClassStyle> classes, LabelTable labels) {
    List<Choice<Condition>> choices = new ArrayList<>();
    choices.add(new Choice<>("All images", new Condition.All()));
    addLabels(choices, "Unknown: ", LabelTable.UNKNOWN, classes);
    addLabels(choices, "Present: ", LabelTable.PRESENT, classes);
    addLabels(choices, "Absent: ", LabelTable.ABSENT, classes);
    for (String subset : labels.subsets()) {
      choices.add(new Choice<>("Subset: " + subset, new Condition.Subset(subset)));
    }
    return choices;
  }

  private static void addLabels(
      List<Choice<Condition>> choices, String text, byte value, List<ClassStyle> classes) {
    for (ClassStyle each : classes) {
      choices.add(new Choice<>(text + each.name(), new Condition.Label(each.id(), value)));
    }
  }
}
