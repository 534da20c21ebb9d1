// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.labeling.KeySheet.Line;
import org.patchwork.ui.labeling.KeySheet.Section;

/** The keys of the grid, laid over it until the next key or click. */
final class KeyOverlay {
  private static final int COLUMNS = 3;
  private static final String FOOT =
      "All of them can be changed: Window > Preferences > General > Keys. Any key closes this.";

  private final Control owner;
  private final Shell shell;
  private final ThemeColors colors = ThemeColors.current();

  /** Shows the keys over the owner, which gets the focus back. */
  KeyOverlay(Control owner, KeySheet sheet) {
    this.owner = owner;
    shell = new Shell(owner.getShell(), SWT.TOOL | SWT.NO_TRIM);
    GridLayout layout = new GridLayout(COLUMNS, false);
    layout.marginWidth = 20;
    layout.marginHeight = 16;
    layout.horizontalSpacing = 28;
    shell.setLayout(layout);
    paintAsGround(shell);
    List<List<Section>> columns = columns(sheet.sections());
    for (List<Section> column : columns) {
      Composite place = composite(shell);
      RowLayout rows = new RowLayout(SWT.VERTICAL);
      rows.spacing = 12;
      rows.fill = true;
      place.setLayout(rows);
      place.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
      column.forEach(section -> fill(place, section));
    }
    Label foot = label(shell, FOOT, ThemeColor.MUTED);
    foot.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false, COLUMNS, 1));
    shell.addListener(SWT.Paint, event -> paintEdge(event.gc));
    closeByAnything(shell);
    shell.addListener(SWT.Deactivate, event -> close());
    open();
  }

  boolean isOpen() {
    return !shell.isDisposed();
  }

  Shell shell() {
    return shell;
  }

  private void open() {
    Point at = owner.toDisplay(0, 0);
    Point room = owner.getSize();
    Rectangle screen = owner.getMonitor().getClientArea();
    Point size = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT);
    int x = at.x + (room.x - size.x) / 2;
    int y = at.y + (room.y - size.y) / 2;
    shell.setBounds(
        Math.clamp(x, screen.x, Math.max(screen.x, screen.x + screen.width - size.x)),
        Math.clamp(y, screen.y, Math.max(screen.y, screen.y + screen.height - size.y)),
        size.x,
        size.y);
    shell.open();
    shell.setFocus();
  }

  /** Distributes sections over columns in order, so that no column is much longer than another. */
  private static List<List<Section>> columns(List<Section> sections) {
    List<List<Section>> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new ArrayList<>());
    }
    int total = sections.stream().mapToInt(KeyOverlay::height).sum();
    int above = 0;
    for (Section section : sections) {
      int middle = above + height(section) / 2;
      columns.get(Math.min(COLUMNS - 1, middle * COLUMNS / Math.max(1, total))).add(section);
      above += height(section);
    }
    return columns;
  }

  private static int height(Section section) {
    return section.lines().size() + 2;
  }

  private void fill(Composite place, Section section) {
    Composite table = composite(place);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    layout.horizontalSpacing = 10;
    table.setLayout(layout);
    Label title = label(table, section.title(), ThemeColor.SELECTION);
    title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    for (Line line : section.lines()) {
      Label keys = label(table, line.keys(), ThemeColor.TEXT);
      keys.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      GridData data = new GridData(SWT.END, SWT.BEGINNING, false, false);
      data.minimumWidth = 90;
      keys.setLayoutData(data);
      Label meaning = label(table, line.meaning(), ThemeColor.TEXT);
      meaning.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    }
  }

  private Composite composite(Composite parent) {
    Composite composite = new Composite(parent, SWT.NONE);
    paintAsGround(composite);
    return composite;
  }

  private Label label(Composite parent, String text, ThemeColor color) {
    Label label = new Label(parent, SWT.WRAP);
    paintAsGround(label);
    label.setText(text.replace("&", "&&"));
    label.setForeground(colors.get(color));
    return label;
  }

  /** The style sheet of the workbench would give it the colours of a form. */
  private void paintAsGround(Control control) {
    control.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
    control.setBackground(colors.get(ThemeColor.CELL));
  }

  private void paintEdge(GC gc) {
    Rectangle area = shell.getClientArea();
    gc.setForeground(colors.get(ThemeColor.LINE));
    gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
  }

  private void closeByAnything(Control control) {
    control.addListener(SWT.KeyDown, event -> close());
    control.addListener(SWT.MouseDown, event -> close());
    control.addListener(SWT.Traverse, event -> close());
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        closeByAnything(child);
      }
    }
  }

  private void close() {
    if (!shell.isDisposed()) {
      shell.dispose();
      if (!owner.isDisposed()) {
        owner.getShell().forceActive(); // no window manager may give it the keys back by itself
        owner.setFocus();
      }
    }
  }
}
