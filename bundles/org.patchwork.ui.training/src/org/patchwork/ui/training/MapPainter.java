// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.patchwork.core.LabelTable;
import org.patchwork.training.map.PointMark;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Draws points of a map: a disc, larger the more bits the model is off; a ring where the class is
 * present, a cross where the model is wrong, a hollow disc where the label is not known.
 */
final class MapPainter {
  private static final int HALF = 128;
  private static final int LEAST_ARM = 4;

  private final Color ring;
  private final Color cross;
  private final Color muted;

  /** A painter in the colours of the theme. */
  MapPainter(ThemeColors colors) {
    ring = colors.get(ThemeColor.SELECTION);
    cross = colors.get(ThemeColor.EXCLUDED);
    muted = colors.get(ThemeColor.MUTED);
  }

  /**
   * Draws one point.
   *
   * @param color of the disc, or null for the colour of what is absent
   */
  void paint(GC gc, double x, double y, PointMark mark, RGB color) {
    int size = (int) Math.round(mark.size());
    int left = (int) Math.round(x - size / 2.0);
    int top = (int) Math.round(y - size / 2.0);
    Color fill = color == null ? muted : new Color(color);
    gc.setAlpha(HALF);
    if (mark.label() == LabelTable.UNKNOWN) {
      gc.setForeground(fill);
      gc.setLineWidth(1);
      gc.drawOval(left, top, size, size);
    } else {
      gc.setBackground(fill);
      gc.fillOval(left, top, size, size);
    }
    gc.setAlpha(255);
    if (mark.label() == LabelTable.PRESENT) {
      gc.setForeground(ring);
      gc.setLineWidth(1);
      gc.drawOval(left, top, size, size);
    }
    if (mark.wrong()) {
      cross(gc, (int) Math.round(x), (int) Math.round(y), Math.max(LEAST_ARM, size / 3));
    }
  }

  private void cross(GC gc, int x, int y, int arm) {
    gc.setForeground(cross);
    gc.setLineWidth(2);
    gc.setLineCap(SWT.CAP_ROUND);
    gc.drawLine(x - arm, y - arm, x + arm, y + arm);
    gc.drawLine(x - arm, y + arm, x + arm, y - arm);
  }
}
