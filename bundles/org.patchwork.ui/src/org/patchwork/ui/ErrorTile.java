// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/** Stands where an image cannot be read, and says why. */
public final class ErrorTile {
  private static final int INSET = 8;

  private ErrorTile() {}

  /** Draws a frame with the message into a square. */
  public static void paint(GC gc, Rectangle square, String message, ThemeColors colors) {
    gc.setForeground(colors.get(ThemeColor.EXCLUDED));
    gc.setLineWidth(1);
    gc.setLineStyle(SWT.LINE_DASH);
    gc.drawRectangle(
        square.x + INSET / 2,
        square.y + INSET / 2,
        square.width - INSET - 1,
        square.height - INSET - 1);
    gc.setLineStyle(SWT.LINE_SOLID);
    Point sign = gc.textExtent("\u26a0");
    gc.drawText("\u26a0", square.x + (square.width - sign.x) / 2, square.y + INSET, true);
    TextLayout text = new TextLayout(gc.getDevice());
    try {
      text.setFont(gc.getFont());
      text.setWidth(Math.max(1, square.width - 2 * INSET));
      text.setAlignment(SWT.CENTER);
      text.setText(message);
      Rectangle clipping = gc.getClipping();
      gc.setClipping(square.intersection(clipping));
      text.draw(gc, square.x + INSET, square.y + INSET + sign.y);
      gc.setClipping(clipping);
    } finally {
      text.dispose();
    }
  }
}
