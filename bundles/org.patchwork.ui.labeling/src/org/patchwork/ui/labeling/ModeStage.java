// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;

/** The images of a mode, or what to do while there are none. Tells a click from a drag. */
final class ModeStage extends Composite {
  private static final int DRAG = 5;

  private final PageModel page;
  private final Clicks clicks;
  private final EmptyState empty;
  private final AnswerCellPainter painter;
  private final ThumbnailCanvas canvas;
  private Event pressed;

  /** Told of clicks with the left button. */
  @FunctionalInterface
  interface Clicks {
    /** An image was clicked, with Shift or without. */
    void clicked(int position, boolean shift);
  }

  ModeStage(Composite parent, OpenProject open, PageModel page, AnswerSheet sheet, Clicks clicks) {
    super(parent, SWT.NONE);
    this.page = page;
    this.clicks = clicks;
    setLayout(new StackLayout());
    empty = new EmptyState(this);
    painter = new AnswerCellPainter(this, open, page, sheet);
    canvas = new ThumbnailCanvas(this, page, painter);
    canvas.addListener(SWT.MouseDown, event -> pressed = event.button == 1 ? event : null);
    canvas.addListener(SWT.MouseUp, this::released);
    bringUp(empty);
  }

  private void released(Event event) {
    Event start = pressed;
    pressed = null;
    if (start != null && Math.abs(event.x - start.x) + Math.abs(event.y - start.y) < DRAG) {
      int position = positionAt(start.x, start.y);
      if (position >= 0) {
        clicks.clicked(position, (start.stateMask & SWT.MOD2) != 0);
      }
    }
  }

  private int positionAt(int x, int y) {
    for (int position = 0; position < page.page().size(); position++) {
      if (canvas.cellBounds(position).contains(x, y)) {
        return position;
      }
    }
    return -1;
  }

  ThumbnailCanvas canvas() {
    return canvas;
  }

  Control emptyButton() {
    return empty.button();
  }

  void setClasses(List<ClassStyle> classes) {
    painter.setClasses(classes);
    canvas.redraw();
  }

  void showImages() {
    bringUp(canvas);
  }

  void showEmpty(String text, String buttonText, Runnable action) {
    if (buttonText.isEmpty()) {
      empty.say(text);
    } else {
      empty.say(text, buttonText, action);
    }
    bringUp(empty);
  }

  String emptyText() {
    return top() == empty ? empty.text() : "";
  }

  @Override
  public boolean setFocus() {
    return !top().isDisposed() && top().setFocus();
  }

  private void bringUp(Control control) {
    boolean changed = top() != control;
    boolean focused = top() != null && (canvas.isFocusControl() || empty.button().isFocusControl());
    ((StackLayout) getLayout()).topControl = control;
    layout();
    if (changed && focused) {
      control.setFocus();
    }
  }

  private Control top() {
    return ((StackLayout) getLayout()).topControl;
  }
}
