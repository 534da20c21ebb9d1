// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter.Condition;

/** The conditions that can be added: by class, by subset, by list; no text is ever parsed. */
final class ConditionMenu {
  private final Control owner;
  private final List<ClassStyle> classes;
  private final List<String> subsets;
  private final List<Condition.Rows> lists;
  private final Consumer<Condition> add;

  ConditionMenu(
      Control owner,
      List<ClassStyle> classes,
      List<String> subsets,
      List<Condition.Rows> lists,
      Consumer<Condition> add) {
    this.owner = owner;
    this.classes = classes;
    this.subsets = subsets;
    this.lists = lists;
    this.add = add;
  }

  Menu menu() {
    Menu menu = new Menu(owner);
    for (ClassStyle each : classes) {
      addClass(DropDown.submenu(menu, each.name()), each);
    }
    if (!subsets.isEmpty()) {
      DropDown.separator(menu);
      Menu bySubset = DropDown.submenu(menu, "Subset");
      for (String subset : subsets) {
        item(bySubset, subset, new Condition.Subset(subset));
      }
    }
    if (!lists.isEmpty()) {
      DropDown.separator(menu);
      Menu byList = DropDown.submenu(menu, "List");
      lists.forEach(list -> item(byList, list.name(), list));
    }
    if (menu.getItemCount() == 0) {
      DropDown.item(menu, "There are no classes and subsets yet", () -> {}).setEnabled(false);
    }
    return menu;
  }

  private void addClass(Menu menu, ClassStyle each) {
    item(menu, "Present", new Condition.Label(each.id(), LabelTable.PRESENT));
    item(menu, "Absent", new Condition.Label(each.id(), LabelTable.ABSENT));
    item(menu, "No label", new Condition.Label(each.id(), LabelTable.UNKNOWN));
    DropDown.separator(menu);
    predicted(menu, "Predicted present", each, 0.5, 1);
    predicted(menu, "Predicted absent", each, 0, 0.5);
    predicted(menu, "Predicted unsure", each, 0.25, 0.75);
    DropDown.item(menu, "Predicted from … to …", () -> ask(each));
  }

  private void predicted(Menu menu, String text, ClassStyle each, double min, double max) {
    item(
        menu,
        text + " (" + ConditionText.range(min, max) + ")",
        new Condition.Predicted(each.id(), min, max));
  }

  private void item(Menu menu, String text, Condition condition) {
    DropDown.item(menu, text, () -> add.accept(condition));
  }

  private void ask(ClassStyle each) {
    InputDialog dialog =
        new InputDialog(
            owner.getShell(),
            "Predicted range",
            "Smallest and largest probability of " + each.name() + ", with a space between:",
            "0.25 0.75",
            ProbabilityRange::problem);
    if (dialog.open() == Window.OK) {
      ProbabilityRange range = ProbabilityRange.parse(dialog.getValue());
      add.accept(new Condition.Predicted(each.id(), range.min(), range.max()));
    }
  }
}
