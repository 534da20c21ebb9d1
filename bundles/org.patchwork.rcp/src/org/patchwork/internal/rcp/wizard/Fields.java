// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The few kinds of rows that the pages are made of, in one three-column grid. */
final class Fields {
  private final Composite grid;

  Fields(Composite parent) {
    grid = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 8).spacing(8, 6).applyTo(grid);
  }

  Composite grid() {
    return grid;
  }

  Text text(String label, String value, String toolTip) {
    label(label);
    Text text = new Text(grid, SWT.BORDER);
    text.setText(value);
    text.setToolTipText(toolTip);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(2, 1)
        .hint(320, SWT.DEFAULT)
        .applyTo(text);
    return text;
  }

  Text folder(String label, String toolTip) {
    Text text = path(label, toolTip);
    browse(() -> askFolder(text), text);
    return text;
  }

  /** A field for a folder or a file, whichever is wanted at the moment of browsing. */
  Text folderOrFile(String label, String toolTip, BooleanSupplier folderWanted) {
    Text text = path(label, toolTip);
    browse(
        () -> folderWanted.getAsBoolean() ? askFolder(text) : askFile("*.csv;*.txt", "*.*"), text);
    return text;
  }

  private String askFolder(Text text) {
    DirectoryDialog dialog = new DirectoryDialog(grid.getShell());
    dialog.setFilterPath(text.getText());
    return dialog.open();
  }

  private String askFile(String... patterns) {
    FileDialog dialog = new FileDialog(grid.getShell(), SWT.OPEN);
    dialog.setFilterExtensions(patterns);
    return dialog.open();
  }

  Text file(String label, String toolTip, String... patterns) {
    Text text = path(label, toolTip);
    browse(() -> askFile(patterns), text);
    return text;
  }

  Button radio(String text, boolean selected) {
    return button(SWT.RADIO, text, selected);
  }

  Button check(String text, boolean selected) {
    return button(SWT.CHECK, text, selected);
  }

  Label note(String text) {
    Label note = new Label(grid, SWT.WRAP);
    note.setText(text);
    GridDataFactory.fillDefaults()
        .span(3, 1)
        .grab(true, false)
        .hint(480, SWT.DEFAULT)
        .applyTo(note);
    return note;
  }

  void label(String text) {
    new Label(grid, SWT.NONE).setText(text);
  }

  private Text path(String label, String toolTip) {
    label(label);
    Text text = new Text(grid, SWT.BORDER);
    text.setToolTipText(toolTip);
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(text);
    return text;
  }

  private void browse(Supplier<String> dialog, Text target) {
    Button button = new Button(grid, SWT.PUSH);
    button.setText("Browse…");
    button.addListener(
        SWT.Selection,
        event -> {
          String chosen = dialog.get();
          if (chosen != null) {
            target.setText(chosen);
          }
        });
  }

  private Button button(int style, String text, boolean selected) {
    Button button = new Button(grid, style);
    button.setText(text);
    button.setSelection(selected);
    GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
    return button;
  }
}
