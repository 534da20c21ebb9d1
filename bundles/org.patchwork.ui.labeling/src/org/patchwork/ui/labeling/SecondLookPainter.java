// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.core.LabelTable;
import org.patchwork.project.labeling.SecondLook;
import org.patchwork.ui.Cell;
import org.patchwork.ui.CellPainter;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Shows what is said in a second look, and nothing of what was said before. */
final class SecondLookPainter implements CellPainter {
  private static final int FOOTER = 22;

  private final SecondLook look;
  private final List<ClassStyle> classes;

  SecondLookPainter(SecondLook look, List<ClassStyle> classes) {
    this.look = look;
    this.classes = classes;
  }

  @Override
  public int footerHeight() {
    return FOOTER;
  }

  @Override
  public void paint(GC gc, Cell cell, ThemeColors colors) {
    Rectangle footer = cell.footer();
    Rectangle image = cell.image();
    gc.setBackground(colors.get(cell.selected() ? ThemeColor.SELECTION_GROUND : ThemeColor.CELL));
    gc.fillRectangle(footer);
    gc.setForeground(colors.get(ThemeColor.TEXT));
    Rectangle clipping = gc.getClipping();
    gc.setClipping(footer.intersection(clipping));
    gc.drawText(text(cell.row()), footer.x + 4, footer.y + 2, true);
    gc.setClipping(clipping);
    boolean complete = look.complete(cell.row());
    gc.setForeground(colors.get(complete ? ThemeColor.LABELED : ThemeColor.LINE));
    gc.setLineWidth(complete ? 2 : 1);
    gc.drawRectangle(image.x, image.y, image.width - 1, image.height + footer.height - 1);
    if (cell.selected() || cell.cursor()) {
      gc.setForeground(colors.get(ThemeColor.SELECTION));
      gc.setLineWidth(3);
      gc.setLineStyle(SWT.LINE_SOLID);
      gc.drawRectangle(image.x - 2, image.y - 2, image.width + 3, image.height + footer.height + 3);
    }
  }

  /** The classes said to be present; a dash where none is. */
  private String text(int row) {
    String present =
        IntStream.range(0, classes.size())
            .filter(c -> look.answer(row, c) == LabelTable.PRESENT)
            .mapToObj(c -> classes.get(c).shortName())
            .collect(Collectors.joining(", "));
    return present.isEmpty() && look.complete(row) ? "–" : present;
  }

  @Override
  public String toolTip(int position, int row) {
    return null; // the path might give the answer away
  }
}
