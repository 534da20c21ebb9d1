// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;

/**
 * Which images are wanted: label status, exclude status, and a chip for each further condition with
 * a button that adds one.
 */
final class FilterBar {
  private final Runnable changed;
  private final ChoiceCombo<RowFilter.LabelStatus> status;
  private final ChoiceCombo<RowFilter.ExcludeStatus> exclude;
  private final ConditionChips chips;
  private final Button add;
  private final Map<String, Condition.Rows> lists = new LinkedHashMap<>();
  private Consumer<Menu> more = menu -> {};
  private List<ClassStyle> classes = List.of();
  private List<String> subsets = List.of();

  FilterBar(Composite parent, Runnable changed) {
    this.changed = changed;
    status =
        new ChoiceCombo<>(parent, "Label status: how completely an image is labelled", changed);
    status.offer(FilterChoices.STATUS);
    exclude =
        new ChoiceCombo<>(
            parent, "For training: neither excluded nor held out for validation", changed);
    exclude.offer(FilterChoices.EXCLUDE);
    chips = new ConditionChips(parent, this::removed);
    chips.setLayoutData(new RowData());
    add = new Button(parent, SWT.PUSH);
    add.setText("+ Condition");
    add.setToolTipText(
        "Only images with a label, in a subset, or with a predicted probability; all conditions"
            + " must hold");
    add.addListener(SWT.Selection, event -> openMenu());
    chips.show(List.of(), new ConditionText(classes));
  }

  /** What is chosen. */
  RowFilter value() {
    return new RowFilter(status.value(), exclude.value(), chips.conditions());
  }

  /** Chooses all of this; lists the filter knows only by name are taken from those seen before. */
  void set(RowFilter filter) {
    status.select(filter.status());
    exclude.select(filter.exclude());
    show(filter.conditions().stream().map(this::known).toList());
    changed.run();
  }

  /** Adds a condition; a list takes the place of an older one of the same name. */
  void add(Condition condition) {
    if (condition instanceof Condition.Rows rows) {
      lists.put(rows.name(), rows);
    }
    RowFilter without =
        new RowFilter(
            status.value(),
            exclude.value(),
            chips.conditions().stream().filter(each -> !sameList(each, condition)).toList());
    show(without.and(condition).conditions());
    changed.run();
  }

  /** Offers the conditions there are with these classes and subsets. */
  void offer(List<ClassStyle> newClasses, LabelTable labels) {
    classes = newClasses;
    subsets = labels.subsets();
    show(chips.conditions());
  }

  /** Another project: its conditions are its own. */
  void reset() {
    lists.clear();
    show(List.of());
  }

  ChoiceCombo<RowFilter.LabelStatus> status() {
    return status;
  }

  ConditionChips chips() {
    return chips;
  }

  Control addButton() {
    return add;
  }

  /** Lets others add choices to the menu, behind its own, each time it is made. */
  void offerMore(Consumer<Menu> choices) {
    more = choices;
  }

  /** What can be added now. */
  Menu menu() {
    Menu menu =
        new ConditionMenu(add, classes, subsets, List.copyOf(lists.values()), this::add).menu();
    more.accept(menu);
    return menu;
  }

  /** Opens the menu of what can be added. */
  void openMenu() {
    DropDown.open(add, menu());
  }

  private void removed() {
    show(chips.conditions());
    if (chips.conditions().isEmpty()) {
      add.setFocus();
    }
    changed.run();
  }

  private void show(List<Condition> conditions) {
    chips.show(conditions, new ConditionText(classes));
    ((RowData) chips.getLayoutData()).exclude = conditions.isEmpty();
    chips.setVisible(!conditions.isEmpty());
    chips.requestLayout();
  }

  private Condition known(Condition condition) {
    return condition instanceof Condition.Rows rows
        ? lists.getOrDefault(rows.name(), rows)
        : condition;
  }

  private static boolean sameList(Condition one, Condition other) {
    return one instanceof Condition.Rows a
        && other instanceof Condition.Rows b
        && a.name().equals(b.name());
  }
}
