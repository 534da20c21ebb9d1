// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RowFilter.LabelStatus;

/** Looks through all images instead of a drawn page. */
class BrowserTest {
  private static final float[] RISING = {0, .1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f};

  @TempDir Path folder;

  @Test
  void keyShowsAllImagesAndThePageAgain() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      KeyBindings keys = KeyBindings.read();
      w.show(7, 2);
      keys.type("M1+B", w.actions, panel);
      w.until("all images are listed", w.page::browsing);
      assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, w.page.page().rows());
      assertEquals(7, w.page.cursorRow(), "the image under the cursor stays under it");
      keys.type("M1+B", w.actions, panel);
      assertArrayEquals(new int[] {7, 2}, w.page.page().rows());
    }
  }

  @Test
  void listStaysAsItIsWhileItIsLabelledAndFollowsTheFilter() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      browse(w, panel, BrowseOrder.LISTED);
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(10, w.page.page().size(), "nothing moves under the hand");
      panel.sampling().status().select(LabelStatus.LABELED);
      panel.sampling().status().combo().notifyListeners(org.eclipse.swt.SWT.Selection, null);
      w.until("only what is labelled is listed", () -> w.page.page().size() == 1);
      assertTrue(w.page.page().description().contains("labelled"), w.page.page().description());
    }
  }

  @Test
  void ordersByTheClassInFocusAndSaysWhatIsMissing() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.grid().browser().browse(BrowseOrder.PROBABLE);
      assertTrue(panel.grid().bannerText().contains("class"), panel.grid().bannerText());
      w.page.setFocusClass(w.classId(0));
      w.session.setPredictions(
          new PredictionTable(List.of(w.classId(0)), new float[][] {RISING}, "run", false));
      w.idle();
      browse(w, panel, BrowseOrder.PROBABLE);
      assertArrayEquals(new int[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}, w.page.page().rows());
    }
  }

  @Test
  void nothingToListIsSaid() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().status().select(LabelStatus.LABELED);
      browse(w, panel, BrowseOrder.LISTED);
      assertTrue(panel.grid().emptyText().contains("filter"), panel.grid().emptyText());
      panel.grid().browser().leave();
      assertFalse(w.page.browsing());
    }
  }

  @Test
  void restAbsentMeansWhatIsInSightOfAList() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      browse(w, panel, BrowseOrder.LISTED);
      w.shell.setSize(500, 420);
      panel.grid().canvas().setColumns(2);
      w.until("part of the list is in sight", () -> inSight(w) > 0 && inSight(w) < 10);
      int seen = inSight(w);
      w.actions.restAbsent(false);
      w.settle();
      assertEquals(ABSENT, w.label(seen - 1, 0));
      assertEquals(UNKNOWN, w.label(9, 0), "not seen, not answered");
    }
  }

  @Test
  void pageKeysTurnTheListByScreens() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      KeyBindings keys = KeyBindings.read();
      browse(w, panel, BrowseOrder.LISTED);
      panel.grid().canvas().setColumns(1);
      keys.type("N", w.actions, panel);
      int next = w.page.selection().cursor();
      assertTrue(next > 0, "cursor at " + next);
      assertTrue(w.page.browsing());
      keys.type("P", w.actions, panel);
      assertEquals(0, w.page.selection().cursor());
    }
  }

  private static int inSight(Workbench w) {
    return w.page.pageRows().length;
  }

  private static void browse(Workbench w, LabelingPanel panel, BrowseOrder order) {
    panel.grid().browser().browse(order);
    w.until("a list is shown", w.page::browsing);
  }

  private static LabelingPanel openPanel(Workbench w) {
    LabelingPanel panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    w.openShell();
    w.open.open(w.session);
    return panel;
  }
}
