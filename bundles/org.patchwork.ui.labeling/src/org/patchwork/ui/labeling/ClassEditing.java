// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.patchwork.ui.Palette;

/**
 * Rename, recolour, move and delete classes in the table itself: by its menu, by F2 and by double
 * click.
 */
final class ClassEditing {
  private final ClassTable classes;
  private final Table table;
  private final ClassEdits edits;
  private final Banner banner;
  private final Runnable undo;
  private final TableEditor editor;
  private final LocalResourceManager images;

  ClassEditing(ClassTable classes, ClassEdits edits, Banner banner, Runnable undo) {
    this.classes = classes;
    this.table = classes.table();
    this.edits = edits;
    this.banner = banner;
    this.undo = undo;
    this.images = new LocalResourceManager(JFaceResources.getResources(), table);
    editor = new TableEditor(table);
    editor.grabHorizontal = true;
    editor.horizontalAlignment = SWT.LEFT;
    table.addListener(SWT.MouseDoubleClick, this::doubleClick);
    table.addListener(SWT.KeyDown, event -> renameByKey(event));
    table.setMenu(createMenu());
  }

  /** Renames the class of the row that is selected, in place. */
  void rename() {
    ClassStyle style = classes.selected();
    if (style != null) {
      edit(ClassTable.NAME_COLUMN, style.name(), text -> edits.rename(style, text));
    }
  }

  /** Gives the class of the row that is selected another key, in place. */
  void changeKey() {
    ClassStyle style = classes.selected();
    if (style != null) {
      edit(ClassTable.KEY_COLUMN, style.keyText(), text -> takeKey(style, text));
    }
  }

  /** Deletes the class of the row that is selected, and says how many labels went with it. */
  void delete() {
    ClassStyle style = classes.selected();
    if (style != null) {
      banner.show(edits.delete(style), "Undo", this::undoDelete);
    }
  }

  /** Ends an entry that is not finished. */
  void cancel() {
    if (editor.getEditor() != null && !editor.getEditor().isDisposed()) {
      editor.getEditor().dispose();
    }
  }

  private void undoDelete() {
    banner.hide();
    undo.run();
  }

  private void takeKey(ClassStyle style, String text) {
    String fault = edits.changeKey(style, text);
    if (fault != null) {
      banner.show(fault, "Close", banner::hide);
    }
  }

  private void edit(int column, String value, Consumer<String> done) {
    cancel();
    TableItem item = table.getItem(table.getSelectionIndex());
    Text text = new Text(table, SWT.SINGLE | SWT.BORDER);
    text.setText(value);
    text.selectAll();
    editor.setEditor(text, item, column);
    text.addListener(
        SWT.DefaultSelection,
        event -> {
          String typed = text.getText();
          text.dispose();
          table.setFocus();
          done.accept(typed);
        });
    text.addListener(SWT.FocusOut, event -> cancel());
    text.addListener(
        SWT.Traverse,
        event -> {
          if (event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            cancel();
            table.setFocus();
          }
        });
    text.setFocus();
  }

  private void doubleClick(Event event) {
    TableItem item = table.getItem(new org.eclipse.swt.graphics.Point(event.x, event.y));
    if (item != null && item.getBounds(ClassTable.NAME_COLUMN).contains(event.x, event.y)) {
      rename();
    } else if (item != null && item.getBounds(ClassTable.KEY_COLUMN).contains(event.x, event.y)) {
      changeKey();
    }
  }

  private void renameByKey(Event event) {
    if (event.keyCode == SWT.F2) {
      rename();
    }
  }

  private Menu createMenu() {
    Menu menu = new Menu(table);
    MenuItem rename = item(menu, "Rename\tF2", this::rename);
    MenuItem key = item(menu, "Change key", this::changeKey);
    MenuItem color = new MenuItem(menu, SWT.CASCADE);
    color.setText("Colour");
    color.setMenu(colorMenu(menu));
    MenuItem up = item(menu, "Move up", () -> move(-1));
    MenuItem down = item(menu, "Move down", () -> move(1));
    new MenuItem(menu, SWT.SEPARATOR);
    MenuItem delete = item(menu, "Delete", this::delete);
    menu.addListener(
        SWT.Show,
        event -> {
          int index = table.getSelectionIndex();
          for (MenuItem each : new MenuItem[] {rename, key, color, delete}) {
            each.setEnabled(index >= 0);
          }
          up.setEnabled(index > 0);
          down.setEnabled(index >= 0 && index < table.getItemCount() - 1);
        });
    return menu;
  }

  private void move(int by) {
    ClassStyle style = classes.selected();
    if (style != null) {
      edits.move(style, table.getSelectionIndex() + by);
    }
  }

  private Menu colorMenu(Menu parent) {
    Menu menu = new Menu(parent);
    for (String hex : Palette.colors()) {
      RGB rgb = Palette.rgb(hex);
      MenuItem item = item(menu, hex, () -> recolor(rgb));
      item.setImage(images.create(new Swatch(rgb).descriptor()));
    }
    new MenuItem(menu, SWT.SEPARATOR);
    item(menu, "Other…", this::chooseColor);
    return menu;
  }

  private void recolor(RGB color) {
    ClassStyle style = classes.selected();
    if (style != null) {
      edits.recolor(style, color);
    }
  }

  private void chooseColor() {
    ClassStyle style = classes.selected();
    if (style != null) {
      ColorDialog dialog = new ColorDialog(table.getShell());
      dialog.setRGB(style.color());
      RGB chosen = dialog.open();
      if (chosen != null) {
        edits.recolor(style, chosen);
      }
    }
  }

  private static MenuItem item(Menu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addListener(SWT.Selection, event -> action.run());
    return item;
  }
}
