// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.graphics.GC;

/**
 * Draws what a view has to say about an image, around and over the thumbnail that the canvas draws.
 */
public interface CellPainter {
  /** Height of the strip under each image, in points. */
  int footerHeight();

  /** Draws over the thumbnail and into the footer. */
  void paint(GC gc, Cell cell, ThemeColors colors);

  /** Text of the tool tip of a cell, or null. */
  String toolTip(int position, int row);
}
