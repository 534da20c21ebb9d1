// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.IntFunction;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.DraggedImages;

/**
 * Images dropped onto a class are labelled with it: present, or absent while Shift is held down,
 * which the platform reports as a move.
 */
final class ClassDrop extends DropTargetAdapter {
  private final Table table;
  private final IntFunction<String> classOfLine;
  private final LabelActions actions;

  /**
   * Lets images be dropped onto a table.
   *
   * @param classOfLine stable id of the class on a line of the table
   */
  ClassDrop(Table table, IntFunction<String> classOfLine, LabelActions actions) {
    this.table = table;
    this.classOfLine = classOfLine;
    this.actions = actions;
    DropTarget target = new DropTarget(table, DND.DROP_DEFAULT | DND.DROP_COPY | DND.DROP_MOVE);
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
      byte value = event.detail == DND.DROP_MOVE ? LabelTable.ABSENT : LabelTable.PRESENT;
      String classId = classOfLine.apply(table.indexOf(item));
      DraggedImages.current().ifPresent(each -> actions.setLabel(each.rows(), classId, value));
    }
  }
}
