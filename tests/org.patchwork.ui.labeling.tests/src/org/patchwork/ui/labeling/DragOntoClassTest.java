// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.ui.DraggedImages;
import org.patchwork.ui.ThumbnailCanvas;

/** Drags images from the grid onto a class, by the real mouse. */
class DragOntoClassTest {
  @TempDir Path folder;

  @Test
  void droppedImagesGetTheClass() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      Desk desk = new Desk(w);
      w.page.select(w.page.selection().extendTo(2));
      desk.dragFirstImageOnto(1);
      w.until("the label is there", () -> w.label(0, 1) == PRESENT);
      assertEquals(PRESENT, w.label(2, 1));
      assertEquals(UNKNOWN, w.label(3, 1));
      assertEquals(UNKNOWN, w.label(0, 0));
      assertEquals(3, w.page.selection().count(), "they stay selected");
    }
  }

  @Test
  void withShiftTheClassIsAbsent() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      Desk desk = new Desk(w);
      desk.hands.hold(KeyEvent.VK_SHIFT);
      try {
        desk.dragFirstImageOnto(0);
        // the key counts when the drop is handled, which may be after the button was released
        w.until("the label is there", () -> w.label(0, 0) != UNKNOWN);
      } finally {
        desk.hands.letGo(KeyEvent.VK_SHIFT);
      }
      assertEquals(ABSENT, w.label(0, 0));
    }
  }

  /** Grid and class toggles side by side. */
  private static final class Desk {
    private final Workbench w;
    private final Hands hands;
    private final ThumbnailCanvas canvas;
    private final TogglesPanel toggles;

    Desk(Workbench w) {
      this.w = w;
      hands = new Hands(w);
      SashForm sash = new SashForm(w.shell, SWT.HORIZONTAL);
      LabelingPanel panel =
          new LabelingPanel(sash, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
      toggles = new TogglesPanel(sash, w.open, w.page);
      w.openShell();
      w.show(0, 1, 2, 3);
      canvas = panel.grid().canvas();
      w.idle();
    }

    void dragFirstImageOnto(int line) {
      Rectangle cell = canvas.cellBounds(0);
      hands.moveTo(canvas, cell.x + 30, cell.y + 30);
      hands.press();
      try {
        carryOnto(line, cell);
      } finally {
        hands.release();
      }
    }

    private void carryOnto(int line, Rectangle cell) {
      hands.moveTo(canvas, cell.x + 60, cell.y + 40);
      w.until("the images are dragged", () -> DraggedImages.current().isPresent());
      Table table = toggles.classTable().table();
      TableItem[] under = new TableItem[1];
      ((DropTarget) table.getData(DND.DROP_TARGET_KEY)).addDropListener(notesItem(under));
      Rectangle target = table.getItem(line).getBounds(1);
      hands.moveTo(table, target.x + 20, target.y + target.height / 2);
      w.until("they are over the class", () -> under[0] == table.getItem(line));
    }

    private static DropTargetAdapter notesItem(TableItem[] under) {
      return new DropTargetAdapter() {
        @Override
        public void dragOver(DropTargetEvent event) {
          under[0] = (TableItem) event.item;
        }
      };
    }
  }
}
