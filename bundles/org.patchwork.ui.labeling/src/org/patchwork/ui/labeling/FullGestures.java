// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/**
 * Mouse and keys of the full view: the wheel zooms at the pointer, dragging pans, a click on
 * another window of the image goes there. While the image is fitted, left and right go to the
 * images before and after on the page; once it is zoomed or moved they pan. Page up and page down
 * always go.
 */
final class FullGestures {
  private static final int CLICK_SLOP = 4;
  private static final int PAN_STEPS = 8;

  private final FullImage image;
  private final Viewport viewport;
  private Point pressed;
  private Point dragged;

  FullGestures(FullImage image, Viewport viewport) {
    this.image = image;
    this.viewport = viewport;
    image.addListener(SWT.MouseVerticalWheel, this::wheel);
    image.addListener(SWT.MouseDown, this::press);
    image.addListener(SWT.MouseMove, this::move);
    image.addListener(SWT.MouseUp, this::release);
    image.addListener(SWT.KeyDown, this::keyDown);
  }

  private void wheel(Event event) {
    event.doit = false;
    viewport.zoom(event.count > 0, event.x, event.y);
    image.moved();
  }

  private void press(Event event) {
    image.forceFocus();
    if (event.button == 1) {
      pressed = new Point(event.x, event.y);
      dragged = pressed;
    }
  }

  private void move(Event event) {
    if (pressed == null) {
      boolean other = image.neighbourAt(event.x, event.y) >= 0;
      image.setCursor(other ? image.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
      return;
    }
    viewport.move(event.x - dragged.x, event.y - dragged.y);
    dragged = new Point(event.x, event.y);
    image.moved();
  }

  private void release(Event event) {
    boolean click =
        pressed != null
            && Math.abs(event.x - pressed.x) < CLICK_SLOP
            && Math.abs(event.y - pressed.y) < CLICK_SLOP;
    pressed = null;
    int other = click ? image.neighbourAt(event.x, event.y) : -1;
    if (other >= 0) {
      image.goTo(other);
    }
  }

  private void keyDown(Event event) {
    boolean fitted = viewport.fitted() != null;
    Rectangle area = image.pictureArea();
    switch (event.keyCode) {
      case SWT.ARROW_LEFT -> stepOrPan(fitted, -1, area.width / PAN_STEPS);
      case SWT.ARROW_RIGHT -> stepOrPan(fitted, 1, -area.width / PAN_STEPS);
      case SWT.ARROW_UP -> pan(0, area.height / PAN_STEPS);
      case SWT.ARROW_DOWN -> pan(0, -area.height / PAN_STEPS);
      case SWT.PAGE_UP -> image.step(-1);
      case SWT.PAGE_DOWN -> image.step(1);
      default -> {
        return;
      }
    }
    event.doit = false;
  }

  private void stepOrPan(boolean fitted, int images, int dx) {
    if (fitted) {
      image.step(images);
    } else {
      pan(dx, 0);
    }
  }

  private void pan(int dx, int dy) {
    viewport.move(dx, dy);
    image.moved();
  }
}
