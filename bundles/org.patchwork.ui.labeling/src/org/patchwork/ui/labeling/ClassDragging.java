// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Table;

/** Classes are put into another order by dragging them. */
final class ClassDragging {
  /** What a dragged class is called, so that nothing else is taken for one. */
  private static final String MARK = "org.patchwork.class:";

  private final ClassTable classes;
  private final Table table;
  private final ClassEdits edits;

  ClassDragging(ClassTable classes, ClassEdits edits) {
    this.classes = classes;
    this.table = classes.table();
    this.edits = edits;
    DragSource source = new DragSource(table, DND.DROP_MOVE);
    source.setTransfer(TextTransfer.getInstance());
    source.addDragListener(new Source());
    DropTarget target = new DropTarget(table, DND.DROP_MOVE);
    target.setTransfer(new Transfer[] {TextTransfer.getInstance()});
    target.addDropListener(new Target());
  }

  /** Moves the class with this id to where the pointer is. */
  void drop(String data, int x, int y) {
    if (data == null || !data.startsWith(MARK)) {
      return;
    }
    String id = data.substring(MARK.length());
    int to = classes.indexAt(x, y);
    classes.classes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .ifPresent(each -> edits.move(each, to < 0 ? table.getItemCount() - 1 : to));
  }

  /** What is dragged for a class. */
  static String data(ClassStyle style) {
    return MARK + style.id();
  }

  private final class Source extends DragSourceAdapter {
    @Override
    public void dragStart(DragSourceEvent event) {
      int index = classes.indexAt(event.x, event.y);
      boolean onSwitch =
          index >= 0
              && table.getItem(index).getBounds(ClassTable.STATE_COLUMN).contains(event.x, event.y);
      event.doit = index >= 0 && !onSwitch;
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
      ClassStyle style = classes.selected();
      event.data = style == null ? "" : data(style);
    }
  }

  private final class Target extends DropTargetAdapter {
    @Override
    public void dragOver(DropTargetEvent event) {
      event.feedback = DND.FEEDBACK_INSERT_BEFORE | DND.FEEDBACK_SCROLL;
    }

    @Override
    public void drop(DropTargetEvent event) {
      Point place = table.toControl(event.x, event.y);
      ClassDragging.this.drop(event.data instanceof String text ? text : null, place.x, place.y);
    }
  }
}
