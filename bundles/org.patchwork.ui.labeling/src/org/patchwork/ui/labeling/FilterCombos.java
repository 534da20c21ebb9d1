// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;

/** The three lists that say which images may be drawn. */
final class FilterCombos {
  private final ChoiceCombo<RowFilter.LabelStatus> status;
  private final ChoiceCombo<RowFilter.ExcludeStatus> exclude;
  private final ChoiceCombo<RowFilter.Condition> condition;

  FilterCombos(Composite parent, Runnable changed) {
    status =
        new ChoiceCombo<>(parent, "Label status: how completely an image is labelled", changed);
    status.offer(FilterChoices.STATUS);
    exclude =
        new ChoiceCombo<>(
            parent, "For training: neither excluded nor held out for validation", changed);
    exclude.offer(FilterChoices.EXCLUDE);
    condition =
        new ChoiceCombo<>(parent, "A further condition: label of one class, or subset", changed);
  }

  /** What is chosen. */
  RowFilter value() {
    return new RowFilter(status.value(), exclude.value(), condition.value());
  }

  /** Offers the conditions there are with these classes and subsets. */
  void offer(List<ClassStyle> classes, LabelTable labels) {
    condition.offer(FilterChoices.conditions(classes, labels));
  }

  ChoiceCombo<RowFilter.LabelStatus> status() {
    return status;
  }
}
