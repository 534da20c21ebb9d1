// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.UiThread;

/** The button with the filters that were saved in the project. */
final class SavedFilters {
  private final OpenProject open;
  private final Supplier<RowFilter> current;
  private final Consumer<RowFilter> apply;
  private final Consumer<String> say;
  private final Button button;
  private final UiThread thread;

  /**
   * Makes the button.
   *
   * @param current the filter that would be saved
   * @param apply takes a filter that was chosen
   * @param say tells the user how it came out
   */
  SavedFilters(
      Composite parent,
      OpenProject open,
      Supplier<RowFilter> current,
      Consumer<RowFilter> apply,
      Consumer<String> say) {
    this.open = open;
    this.current = current;
    this.apply = apply;
    this.say = say;
    button = new Button(parent, SWT.PUSH);
    button.setText("Filters ▾");
    button.setToolTipText("Filters saved in this project: use one, save this one, remove one");
    button.addListener(SWT.Selection, event -> open());
    thread = UiThread.of(button);
  }

  Button button() {
    return button;
  }

  /** Opens the menu. */
  void open() {
    load(filters -> DropDown.open(button, menu(filters)));
  }

  /** Reads the filters off the display thread, then goes on with them. */
  void load(Consumer<Map<String, RowFilter>> then) {
    ProjectSession session = open.session();
    if (session == null) {
      say.accept("Open a project first.");
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return session.sampling().filters();
              } catch (ProjectFormatException e) {
                throw new CompletionException(e);
              }
            }),
        then,
        error -> say.accept(error.getMessage()));
  }

  Menu menu(Map<String, RowFilter> filters) {
    Menu menu = new Menu(button);
    filters.forEach((name, filter) -> DropDown.item(menu, name, () -> apply.accept(filter)));
    if (!filters.isEmpty()) {
      DropDown.separator(menu);
    }
    DropDown.item(menu, "Unlabelled images for training", () -> apply.accept(RowFilter.UNLABELED));
    DropDown.item(menu, "All images", () -> apply.accept(RowFilter.EVERYTHING));
    DropDown.separator(menu);
    DropDown.item(menu, "Save this filter…", this::askName);
    if (!filters.isEmpty()) {
      Menu remove = DropDown.submenu(menu, "Remove");
      filters.keySet().forEach(name -> DropDown.item(remove, name, () -> remove(name)));
    }
    return menu;
  }

  private void askName() {
    InputDialog dialog =
        new InputDialog(
            button.getShell(),
            "Save filter",
            "Name of the filter; one of the same name is replaced:",
            "",
            text -> text.isBlank() ? "" : null);
    if (dialog.open() == Window.OK) {
      save(dialog.getValue().strip());
    }
  }

  /** Saves the present filter. */
  void save(String name) {
    RowFilter filter = current.get();
    tell(
        open.session().sampling().saveFilter(name, filter),
        "Saved the filter \"" + name + "\"; it is under Filters.");
  }

  private void remove(String name) {
    tell(open.session().sampling().removeFilter(name), "Removed the filter \"" + name + "\".");
  }

  private void tell(CompletableFuture<Void> written, String message) {
    thread.deliver(written, done -> say.accept(message), error -> say.accept(error.getMessage()));
  }
}
