// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Tables of figures. */
final class Tables {
  private static final int PADDING = 12;
  private static final int WIDEST = 260;

  private Tables() {}

  /** An empty table with a header. */
  static Table create(Composite parent, int style) {
    Table table = new Table(parent, style | SWT.FULL_SELECTION | SWT.BORDER);
    table.setHeaderVisible(true);
    return table;
  }

  /**
   * Gives a table these columns, the first of them text, all others figures. Behind them stands an
   * empty one, because the last column takes all the room that is left.
   */
  static void columns(Table table, List<String> titles) {
    int wanted = titles.size() + 1;
    while (table.getColumnCount() > wanted) {
      table.getColumn(table.getColumnCount() - 1).dispose();
    }
    for (int i = 0; i < wanted; i++) {
      TableColumn column =
          i < table.getColumnCount()
              ? table.getColumn(i)
              : new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT);
      column.setText(i < titles.size() ? titles.get(i) : "");
    }
  }

  /** Adds a row. */
  static TableItem add(Table table, Object data, String... cells) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setText(cells);
    item.setData(data);
    return item;
  }

  /** Makes the columns as wide as what stands in them, within reason. */
  static void pack(Table table) {
    for (TableColumn column : table.getColumns()) {
      column.pack();
      column.setWidth(Math.min(WIDEST, column.getWidth() + PADDING));
    }
  }

  /** A figure with three decimals, or nothing where there is none. */
  static String figure(double value) {
    return Double.isFinite(value) ? String.format(Locale.ENGLISH, "%.3f", value) : "–";
  }
}
