// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Classes are put into another order by dragging them by key or name; a line shows where the class
 * will go. Works with the mouse alone, as what is dropped onto the table from elsewhere are images.
 */
final class ClassDragging {
  private static final int SLACK = 5;
  private static final int NOTHING = -1;

  private final ClassTable classes;
  private final Table table;
  private final ClassEdits edits;
  private int from = NOTHING;
  private int startY;
  private int target = NOTHING;

  ClassDragging(ClassTable classes, ClassEdits edits) {
    this.classes = classes;
    this.table = classes.table();
    this.edits = edits;
    table.addListener(SWT.MouseDown, this::begin);
    table.addListener(SWT.MouseMove, this::move);
    table.addListener(SWT.MouseUp, event -> drop());
    table.addListener(SWT.Paint, this::paint);
  }

  private void begin(Event event) {
    int index = event.button == 1 ? classes.indexAt(event.x, event.y) : NOTHING;
    Rectangle name =
        index < 0
            ? new Rectangle(0, 0, 0, 0)
            : table.getItem(index).getBounds(ClassTable.NAME_COLUMN);
    from = event.x < name.x + name.width ? index : NOTHING;
    startY = event.y;
    aim(NOTHING);
  }

  private void move(Event event) {
    if (from >= 0 && (target >= 0 || Math.abs(event.y - startY) > SLACK)) {
      int index = classes.indexAt(event.x, event.y);
      int end = event.y < startY ? 0 : table.getItemCount() - 1;
      aim(index < 0 ? end : index);
    }
  }

  private void drop() {
    if (from >= 0 && target >= 0 && target != from) {
      edits.move(classes.classes().get(from), target);
    }
    from = NOTHING;
    aim(NOTHING);
  }

  private void aim(int index) {
    if (index != target) {
      target = index;
      table.setCursor(index < 0 ? null : table.getDisplay().getSystemCursor(SWT.CURSOR_SIZENS));
      table.redraw();
    }
  }

  private void paint(Event event) {
    if (target >= 0 && target < table.getItemCount() && target != from) {
      Rectangle row = table.getItem(target).getBounds();
      int y = target < from ? row.y : row.y + row.height;
      event.gc.setForeground(ThemeColors.current().get(ThemeColor.SELECTION));
      event.gc.setLineWidth(2);
      event.gc.drawLine(0, y, table.getClientArea().width, y);
    }
  }
}
