// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.patchwork.ui.GridGeometry.Area;

/**
 * Selects by mouse: click, Shift+click for a range, Ctrl+click to add or take away, dragging a box
 * (with Ctrl it adds). A drag that starts on a selected image drags the selected images instead.
 * Ctrl+wheel zooms. The right button selects what it hits unless that is selected already, so that
 * a menu acts on it.
 */
final class GridMouse {
  private static final int DRAG_THRESHOLD = 5;

  private final ThumbnailCanvas canvas;
  private final PageModel model;
  private final GridDrag drag;
  private int startX;
  private long startY;
  private boolean down;
  private int pressedSelected = -1;
  private int pressedMask;
  private Area box;
  private int hovered = -1;
  private PageSelection beforeBox;

  GridMouse(ThumbnailCanvas canvas, PageModel model, GridDrag drag) {
    this.canvas = canvas;
    this.model = model;
    this.drag = drag;
    canvas.addListener(SWT.MouseDown, this::down);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, event -> up());
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
  }

  private void down(Event event) {
    canvas.forceFocus();
    int position = canvas.positionAt(event.x, event.y);
    beforeBox = model.selection();
    down = event.button == 1;
    startX = event.x;
    startY = event.y + canvas.scroll();
    pressedSelected = -1;
    if (position < 0) {
      return;
    }
    PageSelection selection = model.selection();
    if (event.button == 1 && selection.contains(position)) {
      pressedSelected = position; // a drag takes all that are selected, so a click has to wait
      pressedMask = event.stateMask;
    } else if (event.button == 1) {
      model.select(clicked(selection, position, event.stateMask));
    } else if (!selection.contains(position)) {
      model.select(selection.at(position));
    }
  }

  private static PageSelection clicked(PageSelection selection, int position, int stateMask) {
    if ((stateMask & SWT.MOD2) != 0) {
      return selection.extendTo(position);
    }
    return (stateMask & SWT.MOD1) != 0 ? selection.toggle(position) : selection.at(position);
  }

  private void move(Event event) {
    if (!down) {
      showToolTip(canvas.positionAt(event.x, event.y));
      return;
    }
    long y = event.y + canvas.scroll();
    if (box == null && Math.abs(event.x - startX) + Math.abs(y - startY) < DRAG_THRESHOLD) {
      return;
    }
    if (pressedSelected >= 0) {
      down = false;
      drag.begin(event);
      return;
    }
    box = Area.between(startX, startY, event.x, y);
    boolean keep = (event.stateMask & SWT.MOD1) != 0;
    model.select(beforeBox.of(canvas.geometry().positionsIn(box), keep));
    canvas.redraw();
  }

  private void up() {
    if (down && pressedSelected >= 0) {
      model.select(clicked(model.selection(), pressedSelected, pressedMask));
    }
    down = false;
    if (box != null) {
      box = null;
      canvas.redraw();
    }
  }

  private void wheel(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      event.doit = false;
      canvas.zoomAt(event.count > 0, event.x, event.y);
    }
  }

  /** Says anew what is known of the image under the pointer, whose labels may have changed. */
  void refreshToolTip() {
    if (canvas.getToolTipText() != null) {
      showToolTip(hovered);
    }
  }

  private void showToolTip(int position) {
    hovered = position;
    String text = canvas.toolTip(position);
    if (!Objects.equals(text, canvas.getToolTipText())) {
      canvas.setToolTipText(text);
    }
  }

  void paintBox(GC gc, ThemeColors colors) {
    if (box != null) {
      gc.setAlpha(40);
      gc.setBackground(colors.get(ThemeColor.SELECTION));
      Rectangle shown = boxOnCanvas();
      gc.fillRectangle(shown);
      gc.setAlpha(255);
      gc.setForeground(colors.get(ThemeColor.SELECTION));
      gc.setLineWidth(1);
      gc.drawRectangle(shown);
    }
  }

  /** The part of the box on the canvas and a little around it, where its edges are not seen. */
  private Rectangle boxOnCanvas() {
    long above = Math.max(-1, box.y() - canvas.scroll());
    long below = Math.min(canvas.getSize().y, box.y() + box.height() - canvas.scroll());
    return new Rectangle(box.x(), (int) above, box.width(), (int) (below - above));
  }
}
