// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.DraggedImages;

/**
 * Images dropped onto a class are labelled with it: present, or absent while Shift is held down,
 * which the platform reports as a move. Dropped onto its examples, they become examples.
 */
final class ClassDrop extends DropTargetAdapter {
  private final ClassTable classes;
  private final LabelActions actions;
  private final ClassExamples examples;

  /** Lets images be dropped onto the table of the classes. */
  ClassDrop(ClassTable classes, LabelActions actions, ClassExamples examples) {
    this.classes = classes;
    this.actions = actions;
    this.examples = examples;
    DropTarget target =
        new DropTarget(classes.table(), DND.DROP_DEFAULT | DND.DROP_COPY | DND.DROP_MOVE);
    target.setTransfer(LocalSelectionTransfer.getTransfer());
    target.addDropListener(this);
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    dragOver(event);
  }

  @Override
  public void dragOperationChanged(DropTargetEvent event) {
    dragOver(event);
  }

  @Override
  public void dragOver(DropTargetEvent event) {
    if (!(event.item instanceof TableItem) || DraggedImages.current().isEmpty()) {
      event.detail = DND.DROP_NONE;
    } else if (event.detail == DND.DROP_DEFAULT || event.detail == DND.DROP_NONE) {
      event.detail = DND.DROP_COPY;
    }
    event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL;
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (event.item instanceof TableItem item) {
      int line = classes.table().indexOf(item);
      int x = classes.table().toControl(event.x, event.y).x;
      boolean absent = event.detail == DND.DROP_MOVE;
      DraggedImages.current().ifPresent(each -> drop(each.rows(), line, x, absent));
    }
  }

  /** Takes images that were let go at this distance from the left of a line. */
  void drop(int[] rows, int line, int x, boolean absent) {
    ClassRow row = classes.rows().get(line);
    if (classes.amongExamples(x)) {
      examples.add(row, rows);
    } else {
      actions.setLabel(rows, row.style().id(), absent ? LabelTable.ABSENT : LabelTable.PRESENT);
    }
  }
}
