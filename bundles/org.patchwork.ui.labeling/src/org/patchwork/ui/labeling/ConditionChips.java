// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.RowFilter.Condition;

/** The conditions of a filter as chips; pressing one, or Delete on it, removes it. */
final class ConditionChips extends Composite {
  private static final int LONGEST = 34;
  private static final int END_KEPT = 14; // what is asked of a class with a long name

  private final Runnable removed;
  private List<Condition> conditions = List.of();

  ConditionChips(Composite parent, Runnable removed) {
    super(parent, SWT.NONE);
    this.removed = removed;
    RowLayout layout = new RowLayout();
    layout.center = true;
    layout.marginLeft = 0;
    layout.marginRight = 0;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    layout.spacing = 3;
    setLayout(layout);
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** The chips, in the order of the conditions. */
  List<Button> buttons() {
    List<Button> buttons = new ArrayList<>();
    for (Control child : getChildren()) {
      buttons.add((Button) child);
    }
    return buttons;
  }

  void show(List<Condition> newConditions, ConditionText text) {
    conditions = List.copyOf(newConditions);
    for (Control child : getChildren()) {
      child.dispose();
    }
    for (int i = 0; i < conditions.size(); i++) {
      chip(i, text.of(conditions.get(i)));
    }
    layout(true);
  }

  private void chip(int index, String text) {
    Button chip = new Button(this, SWT.PUSH);
    chip.setText((shortened(text) + "  ×").replace("&", "&&"));
    chip.setToolTipText((text + ". Press to remove this condition.").replace("&", "&&"));
    chip.addListener(SWT.Selection, event -> remove(index));
    chip.addListener(
        SWT.KeyDown,
        event -> {
          if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
            remove(index);
          }
        });
  }

  private static String shortened(String text) {
    int length = text.length();
    return length <= LONGEST
        ? text
        : text.substring(0, LONGEST - END_KEPT - 1) + "…" + text.substring(length - END_KEPT);
  }

  private void remove(int index) {
    List<Condition> left = new ArrayList<>(conditions);
    left.remove(index);
    conditions = List.copyOf(left);
    // the chip is still at work with its own event
    getDisplay()
        .asyncExec(
            () -> {
              if (!isDisposed()) {
                removed.run();
                focus(index);
              }
            });
  }

  private void focus(int removedIndex) {
    List<Button> buttons = buttons();
    if (!buttons.isEmpty()) {
      buttons.get(Math.min(removedIndex, buttons.size() - 1)).setFocus();
    }
  }
}
