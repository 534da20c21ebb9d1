// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * Moves the cursor by the keys every list has: arrows, Home, End, Page Up and Page Down, with Shift
 * to extend and Ctrl+A for all. The cursor stops at either end of the page. Everything else is a
 * command of the workbench.
 */
final class GridKeys {
  private final ThumbnailCanvas canvas;
  private final PageModel model;

  GridKeys(ThumbnailCanvas canvas, PageModel model) {
    this.canvas = canvas;
    this.model = model;
    canvas.addListener(SWT.KeyDown, this::keyDown);
    canvas.addListener(SWT.Traverse, GridKeys::traverse);
  }

  private void keyDown(Event event) {
    PageSelection selection = model.selection();
    boolean control = (event.stateMask & SWT.MOD1) != 0;
    if (control && (event.keyCode == 'a' || event.keyCode == 'A')) {
      model.select(selection.all());
      return;
    }
    int target = target(event.keyCode, selection.cursor());
    if (target == selection.cursor() && !isEnd(event.keyCode)) {
      return;
    }
    if (event.keyCode == SWT.PAGE_UP || event.keyCode == SWT.PAGE_DOWN) {
      canvas.scrollByScreen(event.keyCode == SWT.PAGE_DOWN);
    }
    boolean extend = (event.stateMask & SWT.MOD2) != 0;
    model.select(extend ? selection.extendTo(target) : selection.at(target));
  }

  private int target(int key, int cursor) {
    int columns = canvas.geometry().columns();
    int last = model.page().size() - 1;
    return switch (key) {
      case SWT.ARROW_LEFT -> Math.max(0, cursor - 1);
      case SWT.ARROW_RIGHT -> Math.min(last, cursor + 1);
      case SWT.ARROW_UP -> cursor - columns < 0 ? cursor : cursor - columns;
      case SWT.ARROW_DOWN -> cursor + columns > last ? cursor : cursor + columns;
      case SWT.PAGE_UP -> canvas.screenAway(cursor, false);
      case SWT.PAGE_DOWN -> canvas.screenAway(cursor, true);
      case SWT.HOME -> 0;
      case SWT.END -> last;
      default -> cursor;
    };
  }

  private static boolean isEnd(int key) {
    return key == SWT.HOME || key == SWT.END || key == SWT.ARROW_LEFT || key == SWT.ARROW_RIGHT;
  }

  private static void traverse(Event event) {
    if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
      event.doit = true; // a canvas with key listeners would keep the tab key to itself
    }
  }
}
