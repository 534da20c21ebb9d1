// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableEditor;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.patchwork.ui.UiThread;

/**
 * Rename classes, change their keys and delete them in the table itself, by F2, by double click and
 * by its {@link ClassMenu menu}.
 */
final class ClassEditing {
  private final ClassTable classes;
  private final Table table;
  private final ClassEdits edits;
  private final Banner banner;
  private final Runnable undo;
  private final TableEditor editor;

  ClassEditing(ClassTable classes, ClassEdits edits, Banner banner, Runnable undo) {
    this.classes = classes;
    this.table = classes.table();
    this.edits = edits;
    this.banner = banner;
    this.undo = undo;
    editor = new TableEditor(table);
    editor.grabHorizontal = true;
    editor.horizontalAlignment = SWT.LEFT;
    table.addListener(SWT.MouseDoubleClick, this::doubleClick);
    table.addListener(SWT.KeyDown, event -> renameByKey(event));
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
      UiThread.of(table)
          .deliver(
              edits.delete(style),
              text -> banner.show(text, "Undo", this::undoDelete),
              error -> {}); // the project tells its listeners why it refused
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
}
