// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Supplier;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Cell;
import org.patchwork.ui.CellPainter;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Writes under each image what two classes say about it: {@code + cat − dog}. */
final class ConflictPainter implements CellPainter {
  private static final int FOOTER = 20;

  private final Supplier<LabelTable> labels;
  private final ClassStyle goes;
  private ClassStyle stays;

  ConflictPainter(Supplier<LabelTable> labels, ClassStyle goes) {
    this.labels = labels;
    this.goes = goes;
  }

  void setStays(ClassStyle other) {
    stays = other;
  }

  @Override
  public int footerHeight() {
    return FOOTER;
  }

  @Override
  public void paint(GC gc, Cell cell, ThemeColors colors) {
    gc.setBackground(colors.get(cell.selected() ? ThemeColor.SELECTION_GROUND : ThemeColor.CELL));
    gc.fillRectangle(cell.footer());
    gc.setForeground(colors.get(ThemeColor.TEXT));
    String text = text(cell.row());
    Point size = gc.textExtent(text);
    int room = cell.footer().width - size.x;
    gc.setClipping(cell.footer());
    gc.drawText(
        text,
        cell.footer().x + Math.max(2, room / 2),
        cell.footer().y + (FOOTER - size.y) / 2,
        true);
    gc.setClipping((org.eclipse.swt.graphics.Rectangle) null);
  }

  @Override
  public String toolTip(int position, int row) {
    return text(row) + "\n" + labels.get().path(row);
  }

  private String text(int row) {
    return stays == null ? "" : text(goes, row) + "   " + text(stays, row);
  }

  private String text(ClassStyle style, int row) {
    LabelTable table = labels.get();
    int index = table.classIndex(style.id());
    boolean known = index >= 0 && row < table.rows();
    byte label = known ? table.label(row, index) : LabelTable.UNKNOWN;
    String sign =
        switch (label) {
          case LabelTable.PRESENT -> "+";
          case LabelTable.ABSENT -> "−";
          default -> "?";
        };
    return sign + " " + style.shortName();
  }
}
