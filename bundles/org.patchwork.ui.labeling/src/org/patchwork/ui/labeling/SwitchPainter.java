// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.Palette;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Draws the switch of a class: three places, absent, unknown and present. A place that all selected
 * images have is filled, one that some have is filled faintly and carries their number, one that
 * follows from other labels but is not set has a dashed frame.
 */
final class SwitchPainter {
  static final byte[] PLACES = {LabelTable.ABSENT, LabelTable.UNKNOWN, LabelTable.PRESENT};
  static final int PLACE_WIDTH = 28;
  static final int HEIGHT = 18;
  static final int INDENT = 4;

  private static final String[] SIGNS = {"−", "?", "+"};
  private static final int ROUND = 6;

  private SwitchPainter() {}

  /** The area of one place of a switch that is drawn in these bounds. */
  static Rectangle place(Rectangle bounds, int index) {
    return new Rectangle(
        bounds.x + INDENT + index * PLACE_WIDTH,
        bounds.y + (bounds.height - HEIGHT) / 2,
        PLACE_WIDTH,
        HEIGHT);
  }

  /** Which place is at this distance from the left of the bounds, or −1. */
  static int placeAt(int offset) {
    int index = Math.floorDiv(offset - INDENT, PLACE_WIDTH);
    return index >= 0 && index < PLACES.length ? index : -1;
  }

  static void paint(
      GC gc, Rectangle bounds, SelectionState state, SelectionState implied, RGB color) {
    ThemeColors colors = ThemeColors.current();
    gc.setAntialias(SWT.ON);
    gc.setLineWidth(1);
    gc.setForeground(colors.get(ThemeColor.LINE));
    Rectangle first = place(bounds, 0);
    int width = PLACES.length * PLACE_WIDTH;
    gc.drawRoundRectangle(first.x, first.y, width, first.height, ROUND, ROUND);
    for (int i = 0; i < PLACES.length; i++) {
      Rectangle place = place(bounds, i);
      paintPlace(gc, place, i, state, color, colors);
      if (PLACES[i] != LabelTable.UNKNOWN && implied.count(PLACES[i]) > 0) {
        paintImplied(gc, place, colors);
      }
    }
  }

  private static void paintPlace(
      GC gc, Rectangle place, int index, SelectionState state, RGB color, ThemeColors colors) {
    int count = state.count(PLACES[index]);
    boolean all = state.all(PLACES[index]);
    gc.setForeground(colors.get(ThemeColor.TEXT));
    if (count > 0) {
      RGB ground = PLACES[index] == LabelTable.PRESENT ? color : colors.rgb(ThemeColor.MUTED);
      gc.setAlpha(all ? 255 : 110);
      gc.setBackground(new Color(ground));
      gc.fillRoundRectangle(place.x, place.y, place.width, place.height, ROUND, ROUND);
      gc.setAlpha(255);
      if (all) {
        gc.setForeground(new Color(Palette.textOn(ground)));
      }
    }
    String text = count > 0 && !all ? String.valueOf(count) : SIGNS[index];
    Point size = gc.textExtent(text);
    gc.drawText(
        text, place.x + (place.width - size.x) / 2, place.y + (place.height - size.y) / 2, true);
  }

  private static void paintImplied(GC gc, Rectangle place, ThemeColors colors) {
    gc.setForeground(colors.get(ThemeColor.SELECTION));
    gc.setLineWidth(2);
    gc.setLineStyle(SWT.LINE_DASH);
    gc.drawRoundRectangle(
        place.x + 2, place.y + 1, place.width - 4, place.height - 2, ROUND, ROUND);
    gc.setLineStyle(SWT.LINE_SOLID);
    gc.setLineWidth(1);
  }
}
