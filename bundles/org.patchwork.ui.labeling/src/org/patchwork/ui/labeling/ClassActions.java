// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Shell;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/** What the commands of the Class Toggles do with the class of the row that is selected. */
final class ClassActions {
  private final OpenProject open;
  private final PageModel page;
  private final ClassTable classes;
  private final ClassEdits edits;
  private final ClassEditing editing;
  private final Banner banner;
  private final ClassExamples examples;

  ClassActions(
      OpenProject open,
      PageModel page,
      ClassTable classes,
      ClassEdits edits,
      ClassEditing editing,
      Banner banner) {
    this.open = open;
    this.page = page;
    this.classes = classes;
    this.edits = edits;
    this.editing = editing;
    this.banner = banner;
    this.examples = new ClassExamples(classes, open, page);
  }

  /** True if a command can run; otherwise says what is missing. */
  boolean ready(ClassCommand command) {
    if (open.session() == null) {
      return false;
    }
    String fault =
        command.changes() && open.session().readOnly()
            ? "The project is open for reading only."
            : command.needsClass() && classes.selected() == null ? "Choose a class first." : "";
    if (!fault.isEmpty()) {
      banner.show(fault, "Close", banner::hide);
    }
    return fault.isEmpty();
  }

  void edit() {
    new ClassDialog(shell(), open, classes.selectedRow()).open();
  }

  void merge() {
    new MergeDialog(shell(), open, classes.selected()).open();
  }

  void split() {
    new SplitDialog(shell(), open, classes.selectedRow(), page.selectedRows()).open();
  }

  /** Copies a class and lets its name be typed at once. */
  void copy() {
    UiThread.of(classes.table())
        .deliver(
            edits.copy(classes.selected()),
            result -> {
              page.setFocusClass(result.addedClassIds().getFirst());
              editing.rename();
            },
            error -> {}); // the project tells its listeners why it refused
  }

  void move(int by) {
    int index = classes.table().getSelectionIndex() + by;
    if (index >= 0 && index < classes.table().getItemCount()) {
      edits.move(classes.selected(), index);
    }
  }

  void showTrash() {
    new TrashDialog(shell(), open).open();
  }

  void showContradictions() {
    new ContradictionsDialog(shell(), open, page).open();
  }

  ClassExamples examples() {
    return examples;
  }

  private Shell shell() {
    return classes.table().getShell();
  }
}
