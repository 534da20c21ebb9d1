// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.ui.labeling.FilterChoices.Choice;

/**
 * A drop-down list of values.
 *
 * @param <T> type of the values; compared by {@code equals}
 */
final class ChoiceCombo<T> {
  private final Combo combo;
  private List<Choice<T>> choices = List.of();

  ChoiceCombo(Composite parent, String toolTip, Runnable changed) {
    combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setToolTipText(toolTip);
    combo.addListener(SWT.Selection, event -> changed.run());
  }

  Combo combo() {
    return combo;
  }

  /** Offers other values; keeps the chosen one if it is among them, else takes the first. */
  void offer(List<Choice<T>> newChoices) {
    T chosen = value();
    choices = List.copyOf(newChoices);
    combo.setItems(choices.stream().map(Choice::text).toArray(String[]::new));
    select(chosen);
  }

  /** Chooses this value, or the first if it is not offered. */
  void select(T value) {
    for (int i = 0; i < choices.size(); i++) {
      if (Objects.equals(choices.get(i).value(), value)) {
        combo.select(i);
        return;
      }
    }
    combo.select(0);
  }

  /** Chooses the value so many places on, from the last to the first. */
  void move(int step) {
    if (!choices.isEmpty()) {
      combo.select(Math.floorMod(combo.getSelectionIndex() + step, choices.size()));
    }
  }

  /** The chosen value, null if nothing is offered. */
  T value() {
    int index = combo.getSelectionIndex();
    return index < 0 || index >= choices.size() ? null : choices.get(index).value();
  }
}
