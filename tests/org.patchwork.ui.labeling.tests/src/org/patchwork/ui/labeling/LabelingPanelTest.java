// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.PredictionTable;
import org.patchwork.project.Edit;

/** Drives the grid and the sampling strip by their own keys, buttons and mouse. */
class LabelingPanelTest {
  @TempDir Path folder;

  private final List<String> asked = new ArrayList<>();

  @Test
  void labelsThreePagesByKeyboardAlone() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      LabelingPanel panel = openPanel(w);
      KeyBindings keys = KeyBindings.read();
      panel.sampling().count().setSelection(3);
      for (int pageNumber = 1; pageNumber <= 3; pageNumber++) {
        int wanted = pageNumber;
        keys.type("S", w.actions, panel);
        w.until("page " + pageNumber + " is shown", () -> w.page.pageNumber() == wanted);
        keys.type("1", w.actions, panel);
        keys.type("2", w.actions, panel);
        keys.type("A", w.actions, panel);
      }
      w.settle();
      for (int row = 0; row < 9; row += 3) {
        assertEquals(PRESENT, w.label(row, 0));
        assertEquals(PRESENT, w.label(row + 1, 1));
        assertEquals(ABSENT, w.label(row + 2, 1));
      }
      keys.type("P", w.actions, panel);
      assertEquals(2, w.page.pageNumber(), "back to an earlier page");
      assertArrayEquals(new int[] {3, 4, 5}, w.page.page().rows());
      assertEquals(PRESENT, w.label(w.page.cursorRow(), 0), "with the answers given there");
      keys.type("N", w.actions, panel);
      assertEquals(3, w.page.pageNumber());
    }
  }

  @Test
  void keysLabelAtOnceAfterADrawHoweverItWasStarted() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().sampleButton().setFocus();
      panel.sampling().sampleButton().notifyListeners(SWT.Selection, null);
      w.until("the grid has the focus", () -> panel.grid().canvas().isFocusControl());
      assertEquals(1, w.page.pageNumber());
    }
  }

  @Test
  void cancelledDrawKeepsThePageAndCanBeStartedAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.show(1, 2);
      panel.sampling().setOrder("test.cancelled");
      panel.sampling().sample();
      assertFalse(panel.sampling().sampleButton().isEnabled(), "one draw at a time");
      w.until("it can be sampled again", () -> panel.sampling().sampleButton().isEnabled());
      assertArrayEquals(new int[] {1, 2}, w.page.page().rows());
      assertEquals("", panel.sampling().messageText());
    }
  }

  @Test
  void imageJustLabelledIsNotDrawnAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().options().setSkipSeen(false);
      panel.sampling().count().setSelection(2);
      panel.sampling().sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      w.page.select(w.page.selection().all());
      w.actions.press(w.classId(0)); // not waited for: the draw must wait itself
      panel.sampling().sample();
      w.until("the next page is shown", () -> w.page.pageNumber() == 2);
      assertArrayEquals(new int[] {2, 3}, w.page.page().rows());
    }
  }

  @Test
  void imagesSeenDoNotComeAgainUnasked() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().count().setSelection(6);
      panel.sampling().sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      panel.sampling().sample();
      w.until("the rest is shown", () -> w.page.pageNumber() == 2);
      assertArrayEquals(new int[] {6, 7, 8, 9}, w.page.page().rows());
      panel.sampling().sample();
      w.until("it is said that nothing is left", () -> !panel.sampling().messageText().isEmpty());
      assertTrue(
          panel.sampling().messageText().contains("shown already"), panel.sampling().messageText());
      assertEquals(2, w.page.pageNumber(), "the page stays");
    }
  }

  @Test
  void emptyDrawSaysWhichConditionEmptiedIt() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().status().select(org.patchwork.core.RowFilter.LabelStatus.LABELED);
      panel.sampling().sampleButton().notifyListeners(SWT.Selection, null);
      w.until("there is a reason", () -> !panel.sampling().messageText().isEmpty());
      assertTrue(
          panel.sampling().messageText().contains("labelled"), panel.sampling().messageText());
      assertEquals(0, w.page.page().size());
      assertTrue(panel.grid().emptyText().contains("labelled"), panel.grid().emptyText());
    }
  }

  @Test
  void orderThatNeedsPredictionsOffersToTrain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().setOrder("test.predicted");
      assertFalse(panel.sampling().sampleButton().isEnabled());
      assertTrue(panel.sampling().messageText().contains("train"), panel.sampling().messageText());
      panel.sampling().remedyButton().notifyListeners(SWT.Selection, null);
      assertEquals(List.of("train"), asked);
      w.session.setPredictions(
          new PredictionTable(
              List.of(w.classId(0)), new float[][] {new float[Workbench.IMAGES]}, "run", true));
      w.until("it can be sampled", () -> panel.sampling().sampleButton().isEnabled());
      assertEquals("", panel.sampling().messageText());
    }
  }

  @Test
  void orderThatAsksSeveralModelsOffersToTrainThem() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().setOrder("test.several");
      assertEquals("Train with an ensemble of 5", panel.sampling().remedyButton().getText());
      assertTrue(panel.sampling().remedyButton().isVisible());

      predict(w, "single");
      w.until("one model is not enough", () -> !panel.sampling().sampleButton().isEnabled());
      assertTrue(
          panel.sampling().messageText().contains("several models"),
          panel.sampling().messageText());
      panel.sampling().remedyButton().notifyListeners(SWT.Selection, null);
      assertEquals(List.of("trainEnsemble"), asked);

      Path run = Files.createDirectories(w.session.folder().resolve("runs/several"));
      Files.createFile(run.resolve(EnsemblePredictions.FILE_NAME));
      predict(w, "several");
      w.until("it can be sampled", () -> panel.sampling().sampleButton().isEnabled());
      assertEquals("", panel.sampling().messageText());
    }
  }

  private static void predict(Workbench w, String run) throws Exception {
    w.session.setPredictions(
        new PredictionTable(
            List.of(w.classId(0)), new float[][] {new float[Workbench.IMAGES]}, run, true));
    w.idle();
  }

  @Test
  void orderAboutAClassPutsItInFocus() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().setOrder("test.class");
      assertEquals(w.classId(0), w.page.focusClass());
      panel.sampling().sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
    }
  }

  @Test
  void emptyGridSaysWhatToDo() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = newPanel(w);
      assertTrue(panel.grid().emptyText().contains("No project is open"));
      w.open.open(w.session);
      assertTrue(panel.grid().emptyText().contains("first page"));
      w.show(1);
      assertEquals("", panel.grid().emptyText());
      w.open.close();
      assertTrue(panel.grid().emptyText().contains("No project is open"));
      assertEquals(0, w.page.pageCount(), "pages of the closed project are forgotten");
    }
  }

  @Test
  void cursorMovesByArrowsAndStopsAtTheEdges() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.show(0, 1, 2, 3, 4, 5);
      panel.grid().canvas().setColumns(3);
      press(panel, SWT.ARROW_LEFT, 0);
      assertEquals(0, w.page.selection().cursor());
      press(panel, SWT.ARROW_DOWN, 0);
      assertEquals(3, w.page.selection().cursor());
      press(panel, SWT.ARROW_DOWN, 0);
      assertEquals(3, w.page.selection().cursor(), "no row below");
      press(panel, SWT.ARROW_RIGHT, SWT.SHIFT);
      assertArrayEquals(new int[] {3, 4}, w.page.selection().positions());
      press(panel, SWT.END, 0);
      press(panel, SWT.ARROW_RIGHT, 0);
      assertEquals(5, w.page.selection().cursor());
      press(panel, 'a', SWT.MOD1);
      assertEquals(6, w.page.selection().count());
    }
  }

  @Test
  void mouseSelectsOneARangeAndSingleImages() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.show(0, 1, 2, 3, 4, 5);
      click(panel, 1, 0);
      click(panel, 4, SWT.MOD2);
      assertArrayEquals(new int[] {1, 2, 3, 4}, w.page.selection().positions());
      click(panel, 2, SWT.MOD1);
      assertArrayEquals(new int[] {1, 3, 4}, w.page.selection().positions());
      click(panel, 0, 0);
      assertArrayEquals(new int[] {0}, w.page.selection().positions());
    }
  }

  @Test
  void fullViewOpensByKeyAndLabelsTheImageShown() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      KeyBindings keys = KeyBindings.read();
      w.show(4, 5);
      keys.type("CR", w.actions, panel);
      assertTrue(panel.grid().showsFull());
      keys.type("1", w.actions, panel);
      w.settle();
      assertEquals(PRESENT, w.label(4, 0));
      assertTrue(panel.grid().showsFull(), "stays in full view for the next image");
      assertEquals(5, w.page.cursorRow());
      keys.type("+", w.actions, panel);
      keys.type("ESC", w.actions, panel);
      assertFalse(panel.grid().showsFull());
    }
  }

  @Test
  void deletedImageDisturbsNothing() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      Files.delete(folder.resolve("images").resolve("3.png"));
      LabelingPanel panel = openPanel(w);
      w.show(2, 3, 4);
      w.actions.press(w.classId(0));
      w.settle();
      panel.grid().toggleFull();
      w.idle();
      assertEquals(PRESENT, w.label(2, 0));
    }
  }

  @Test
  void imagesTakenAwayByUndoLeaveThePage() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.open.submit(
          new Edit.AddImages(List.of(new org.patchwork.project.ImageEntry("new.png"))), "test");
      w.settle();
      w.show(9, 10);
      w.actions.undo();
      w.settle();
      assertEquals(0, w.page.page().size());
      assertFalse(panel.grid().emptyText().isEmpty());
    }
  }

  @Test
  void refusedEditIsSaid() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.show(0);
      w.open.submit(new Edit.SetLabels(new int[] {99}, Map.of(w.classId(0), PRESENT)), "test");
      w.until("the banner says why", () -> !panel.grid().bannerText().isEmpty());
    }
  }

  private LabelingPanel openPanel(Workbench w) {
    LabelingPanel panel = newPanel(w);
    w.open.open(w.session);
    return panel;
  }

  private LabelingPanel newPanel(Workbench w) {
    LabelingPanel.Actions actions =
        new LabelingPanel.Actions() {
          @Override
          public void newProject() {
            asked.add("newProject");
          }

          @Override
          public void addImages() {
            asked.add("addImages");
          }

          @Override
          public void train() {
            asked.add("train");
          }

          @Override
          public void trainEnsemble() {
            asked.add("trainEnsemble");
          }

          @Override
          public void computeFeatures() {
            asked.add("computeFeatures");
          }

          @Override
          public KeySheet.Source keys() {
            return Workbench.NO_ACTIONS.keys();
          }
        };
    LabelingPanel panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), actions);
    w.openShell();
    return panel;
  }

  private static void press(LabelingPanel panel, int key, int stateMask) {
    Workbench.press(panel.grid().canvas(), key, stateMask);
  }

  private static void click(LabelingPanel panel, int position, int stateMask) {
    Rectangle cell = panel.grid().canvas().cellBounds(position);
    Workbench.click(
        panel.grid().canvas(), cell.x + cell.width / 2, cell.y + cell.height / 2, stateMask);
  }
}
