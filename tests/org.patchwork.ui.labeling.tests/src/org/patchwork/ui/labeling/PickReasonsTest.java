// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.Selection;
import org.patchwork.ui.Page;
import org.patchwork.ui.ThumbnailCanvas;
import org.patchwork.ui.testing.Screenshots;

/** The grid says of each image why it was drawn. */
class PickReasonsTest {
  @TempDir Path folder;

  @Test
  void theToolTipNamesReasonClassAndScore() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      LabelingPanel panel =
          new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
      w.show(0);
      w.session.setPredictions(
          new PredictionTable(
              List.of(w.classId(0), w.classId(1)),
              new float[][] {
                {.51f, .5f, .6f, .9f, .9f, .9f, .9f, .9f, .9f, .9f},
                {.49f, .5f, .4f, .1f, .1f, .1f, .1f, .1f, .1f, .1f}
              },
              "run",
              true));
      Selection drawn =
          new Selection(
              new int[] {1, 0, 2},
              new float[] {0, .02f, .2f},
              PickReasons.ofClasses(new int[] {0, 0, 1}, c -> c == 0 ? "near cat" : "near dog"),
              "Margin: 3 of 10 images nearest to the boundary of a class");
      w.page.show(Page.of(drawn, "margin"));
      w.shell.open();
      w.idle();
      ThumbnailCanvas canvas = panel.grid().canvas();
      assertTrue(hovered(canvas, 1).contains("\nChosen: near cat\nScore of the draw 0.02"));
      assertTrue(hovered(canvas, 2).contains("\nChosen: near dog"));
      assertEquals("near cat", w.page.page().why(0));
      Screenshots.take(w.shell, "pick-reasons");
    }
  }

  private static String hovered(ThumbnailCanvas canvas, int position) {
    Rectangle cell = canvas.cellBounds(position);
    Event event = new Event();
    event.x = cell.x + 5;
    event.y = cell.y + 5;
    canvas.notifyListeners(SWT.MouseMove, event);
    return canvas.getToolTipText();
  }
}
