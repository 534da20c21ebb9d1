// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.patchwork.core.StoredDesign;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * The name of the design in use, and what can be done with it as a whole. Typing another name and
 * Enter renames it; choosing another uses that.
 */
final class DesignBar extends Composite {
  private static final String FIRST_NAME = "Design";

  private final Source source;
  private final DesignShelf shelf;
  private final Combo name;
  private final Button duplicate;
  private final Button remove;
  private final Button compare;
  private final Link message;
  private StoredDesign removed;

  /** What stands in the fields below. */
  interface Source {
    /** The design as it is, under this name; null if none can be stored. */
    StoredDesign current(String name);

    /** Shows designs side by side. */
    void compare(List<StoredDesign> designs, String active);
  }

  DesignBar(Composite parent, org.patchwork.ui.OpenProject open, Source source) {
    super(parent, SWT.NONE);
    this.source = source;
    this.shelf = new DesignShelf(open, UiThread.of(this), this::refused);
    GridLayout layout = new GridLayout(6, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    new Label(this, SWT.NONE).setText("Design");
    name = new Combo(this, SWT.DROP_DOWN);
    GridData field = new GridData(SWT.FILL, SWT.CENTER, false, false);
    field.widthHint = 150;
    name.setLayoutData(field);
    name.setToolTipText("Choose another design, or type a new name for this one and press Enter.");
    name.addListener(SWT.Selection, event -> shelf.use(name.getItem(name.getSelectionIndex())));
    name.addListener(SWT.DefaultSelection, event -> rename(name.getText()));
    name.addListener(SWT.FocusOut, event -> show());
    duplicate =
        Buttons.push(
            this,
            "Duplicate",
            "Stores a copy of this design and goes on with that",
            this::duplicate);
    remove = Buttons.push(this, "Delete", "Deletes this design; its runs stay", this::remove);
    compare = Buttons.push(this, "Compare\u2026", "Shows all designs side by side", this::compare);
    message = new Link(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 200;
    message.setLayoutData(wide);
    message.addListener(SWT.Selection, event -> bringBack());
    show();
  }

  /** Shows what the project has. */
  void show() {
    String[] names = shelf.all().stream().map(StoredDesign::name).toArray(String[]::new);
    String active = shelf.active();
    if (!java.util.Arrays.equals(names, name.getItems())) {
      name.setItems(names);
    }
    String shown = active.isEmpty() ? FIRST_NAME : active;
    if (!shown.equals(name.getText())) {
      name.setText(shown);
    }
    boolean writable = shelf.writable();
    name.setEnabled(shelf.writable());
    duplicate.setEnabled(writable);
    remove.setEnabled(writable && !active.isEmpty());
    compare.setEnabled(names.length > 1);
  }

  /** Forgets what was said and what could be brought back, since another project is open. */
  void reset() {
    removed = null;
    say("");
    show();
  }

  void rename(String newName) {
    String active = shelf.active();
    if (active.isEmpty()) {
      add(newName);
    } else if (!newName.strip().equals(active)) {
      say("");
      shelf.rename(active, newName);
    }
  }

  void duplicate() {
    String active = shelf.active();
    if (active.isEmpty()) {
      add(FIRST_NAME);
    }
    add((active.isEmpty() ? FIRST_NAME : active) + " copy");
  }

  private void add(String newName) {
    StoredDesign current = source.current(newName.strip());
    if (current == null) {
      refused("The design has a mistake, so it cannot be stored; see below.");
    } else if (newName.isBlank()) {
      refused("A design needs a name.");
    } else {
      say("");
      shelf.add(current);
    }
  }

  void remove() {
    String active = shelf.active();
    removed =
        shelf.all().stream()
            .filter(design -> design.name().equals(active))
            .findFirst()
            .orElse(null);
    if (removed != null) {
      shelf.remove(active);
      say("Deleted \u201c" + plain(active) + "\u201d. <a>Bring back</a>");
    }
  }

  void bringBack() {
    if (removed != null) {
      shelf.add(removed);
      removed = null;
      say("");
    }
  }

  void compare() {
    source.compare(shelf.all(), shelf.active());
  }

  private void say(String text) {
    message.setText(text);
    message.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
    message.requestLayout();
  }

  private void refused(String reason) {
    message.setText("\u26a0 " + plain(reason));
    message.setForeground(ThemeColors.current().get(ThemeColor.EXCLUDED));
    message.requestLayout();
    show();
  }

  /** Text that a link shows as it is. */
  private static String plain(String text) {
    return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
  }

  String messageText() {
    return message.getText();
  }

  Combo name() {
    return name;
  }

  Button compareButton() {
    return compare;
  }
}
