// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.ui.Palette;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Draws class chips and word tags with the font that is set. */
final class Chips {
  private static final int PADDING = 6;
  private static final int GAP = 3;
  private static final int ARC = 8;

  private Chips() {}

  /** Draws the present classes as chips; those without room are counted. */
  static void paint(GC gc, Rectangle room, CellFacts facts, ThemeColors colors) {
    int x = room.x;
    int end = room.x + room.width;
    for (int i = 0; i < facts.present().size(); i++) {
      ClassStyle each = facts.present().get(i);
      int rest = facts.present().size() - i;
      String more = "+" + rest;
      int width = tagWidth(gc, each.shortName());
      int reserved = rest > 1 ? gc.textExtent(more).x + GAP : 0;
      if (x + width + reserved > end && i > 0) {
        gc.setForeground(colors.get(ThemeColor.TEXT));
        gc.drawText(more, x, room.y + 1, true);
        return;
      }
      chip(gc, new Rectangle(x, room.y, Math.min(width, end - x), room.height), each);
      x += width + GAP;
    }
    if (facts.present().isEmpty() && facts.absentCount() > 0) {
      gc.setForeground(colors.get(ThemeColor.MUTED));
      gc.drawText(absentText(facts), room.x, room.y + 1, true);
    }
  }

  /** Room that all chips of a cell want. */
  static int width(GC gc, CellFacts facts) {
    if (facts.present().isEmpty()) {
      return facts.absentCount() == 0 ? 0 : gc.textExtent(absentText(facts)).x;
    }
    return facts.present().stream().mapToInt(each -> tagWidth(gc, each.shortName()) + GAP).sum();
  }

  private static String absentText(CellFacts facts) {
    return facts.status() == org.patchwork.core.LabelTable.Status.LABELED
        ? "none"
        : facts.absentCount() + " absent";
  }

  private static void chip(GC gc, Rectangle area, ClassStyle each) {
    gc.setBackground(new Color(each.color()));
    gc.fillRoundRectangle(area.x, area.y, area.width, area.height, ARC, ARC);
    gc.setForeground(new Color(Palette.textOn(each.color())));
    Rectangle clipping = gc.getClipping();
    gc.setClipping(area.intersection(clipping));
    gc.drawText(each.shortName(), area.x + PADDING, area.y + 1, true);
    gc.setClipping(clipping);
  }

  /** Width of a word tag. */
  static int tagWidth(GC gc, String text) {
    return gc.textExtent(text).x + 2 * PADDING;
  }

  /** Draws a word on its ground and returns where the next one below it starts. */
  static int tag(GC gc, int x, int y, String text, RGB ground) {
    int height = gc.textExtent(text).y + 2;
    gc.setAlpha(230);
    gc.setBackground(new Color(ground));
    gc.fillRoundRectangle(x, y, tagWidth(gc, text), height, ARC, ARC);
    gc.setAlpha(255);
    gc.setForeground(new Color(Palette.textOn(ground)));
    gc.drawText(text, x + PADDING, y + 1, true);
    return y + height + GAP;
  }
}
