// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.learn.design.DesignComparison;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Designs side by side: a column each, a line for each thing in which they differ. */
final class DesignComparisonDialog extends Dialog {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int MOST_COLUMN = 240;

  private final DesignComparison comparison;
  private final String active;
  private Table table;
  private Button all;

  /**
   * A dialog, not yet open.
   *
   * @param active name of the design in use
   */
  DesignComparisonDialog(Shell parent, DesignComparison comparison, String active) {
    super(parent);
    this.comparison = comparison;
    this.active = active;
    setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Compare designs");
  }

  @Override
  protected Point getInitialSize() {
    return new Point(WIDTH, HEIGHT);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER);
    table.setHeaderVisible(true);
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    column("");
    for (String name : comparison.names()) {
      column(name.equals(active) ? name + " (in use)" : name);
    }
    all = new Button(area, SWT.CHECK);
    all.setText("Also what they agree in");
    ThemeColors.keepNative(all);
    all.addListener(SWT.Selection, event -> fill());
    fill();
    return area;
  }

  private void column(String title) {
    new TableColumn(table, SWT.LEFT).setText(title);
  }

  private void fill() {
    table.removeAll();
    List<DesignComparison.Line> lines =
        all.getSelection() ? comparison.lines() : comparison.differences().lines();
    for (DesignComparison.Line line : lines) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(0, line.label());
      for (int i = 0; i < line.values().size(); i++) {
        String value = line.values().get(i);
        item.setText(i + 1, value.isEmpty() ? "\u2013" : value);
      }
      if (line.differs() && all.getSelection()) {
        item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
      }
      item.setForeground(0, ThemeColors.current().get(ThemeColor.MUTED));
    }
    if (lines.isEmpty()) {
      new TableItem(table, SWT.NONE).setText("The designs do not differ.");
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
      column.setWidth(Math.min(MOST_COLUMN, column.getWidth() + 12));
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  Table table() {
    return table;
  }

  Button all() {
    return all;
  }
}
