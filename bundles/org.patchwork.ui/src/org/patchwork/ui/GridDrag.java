// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Event;

/**
 * Lets the selected images be dragged out of the grid as {@link DraggedImages}. The mouse decides
 * when a drag begins, because most drags in a grid draw a box.
 */
final class GridDrag extends DragSourceAdapter {
  private final ThumbnailCanvas canvas;
  private final PageModel model;

  GridDrag(ThumbnailCanvas canvas, PageModel model) {
    this.canvas = canvas;
    this.model = model;
    canvas.setDragDetect(false); // the platform would take every drag
    DragSource source = new DragSource(canvas, DND.DROP_COPY | DND.DROP_MOVE);
    source.setTransfer(new Transfer[] {LocalSelectionTransfer.getTransfer()});
    source.addDragListener(this);
  }

  /** Begins a drag where the mouse is. */
  void begin(Event mouse) {
    Event drag = new Event();
    drag.button = 1;
    drag.x = mouse.x;
    drag.y = mouse.y;
    drag.stateMask = mouse.stateMask;
    drag.time = mouse.time;
    canvas.notifyListeners(SWT.DragDetect, drag);
  }

  @Override
  public void dragStart(DragSourceEvent event) {
    DraggedImages images = new DraggedImages(model.selectedRows());
    event.doit = images.rows().length > 0;
    event.image = event.doit ? canvas.shownImage(model.selection().cursor()) : null;
    LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(images));
  }

  @Override
  public void dragSetData(DragSourceEvent event) {
    event.data = LocalSelectionTransfer.getTransfer().getSelection();
  }

  @Override
  public void dragFinished(DragSourceEvent event) {
    LocalSelectionTransfer.getTransfer().setSelection(null);
  }
}
