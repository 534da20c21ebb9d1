// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.IntPredicate;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.ui.Cell;
import org.patchwork.ui.CellPainter;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Writes under each image what both sides say of a class, and marks the side that is taken. */
final class MergeConflictPainter implements CellPainter {
  private static final int FOOTER = 24;

  private IntPredicate minePresent = row -> false;
  private IntPredicate takesTheirs = row -> false;

  /** Paints another class. */
  void show(IntPredicate newMinePresent, IntPredicate newTakesTheirs) {
    minePresent = newMinePresent;
    takesTheirs = newTakesTheirs;
  }

  @Override
  public int footerHeight() {
    return FOOTER;
  }

  @Override
  public void paint(GC gc, Cell cell, ThemeColors colors) {
    Rectangle footer = cell.footer();
    boolean present = minePresent.test(cell.row());
    boolean theirs = takesTheirs.test(cell.row());
    gc.setBackground(colors.get(cell.selected() ? ThemeColor.SELECTION_GROUND : ThemeColor.CELL));
    gc.fillRectangle(footer);
    int half = footer.width / 2;
    side(gc, new Rectangle(footer.x, footer.y, half, FOOTER), "mine", present, !theirs, colors);
    side(
        gc,
        new Rectangle(footer.x + half, footer.y, footer.width - half, FOOTER),
        "theirs",
        !present,
        theirs,
        colors);
    if (cell.selected()) {
      Rectangle image = cell.image();
      gc.setForeground(colors.get(ThemeColor.SELECTION));
      gc.setLineWidth(3);
      gc.drawRectangle(image.x - 2, image.y - 2, image.width + 3, image.height + FOOTER + 3);
    }
  }

  private static void side(
      GC gc, Rectangle area, String name, boolean present, boolean taken, ThemeColors colors) {
    gc.setForeground(colors.get(taken ? ThemeColor.TEXT : ThemeColor.MUTED));
    String text = (taken ? "✓" : "") + name + (present ? " +" : " −");
    int room = area.width - gc.textExtent(text).x;
    Rectangle clipping = gc.getClipping();
    gc.setClipping(area.intersection(clipping));
    gc.drawText(text, area.x + Math.max(1, room / 2), area.y + 3, true);
    gc.setClipping(clipping);
    if (taken) {
      gc.setLineWidth(2);
      gc.setForeground(colors.get(ThemeColor.LABELED));
      gc.drawLine(
          area.x + 3, area.y + area.height - 2, area.x + area.width - 3, area.y + area.height - 2);
    }
  }

  @Override
  public String toolTip(int position, int row) {
    return takesTheirs.test(row) ? "Their label is taken" : "Your label is kept";
  }
}
