// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.ui.testing.Screenshots;

class HistoryPanelTest {
  @TempDir Path folder;

  private static HistoryPanel open(Workbench w) {
    HistoryPanel panel = new HistoryPanel(w.shell, w.open);
    w.openShell();
    w.show(0, 1, 2, 3);
    w.until("the events are read", () -> panel.table().getItemCount() == 3);
    return panel;
  }

  private static void label(Workbench w, String person, int row, int classIndex) throws Exception {
    w.session.apply(
        new Edit.SetLabels(new int[] {row}, Map.of(w.classId(classIndex), LabelTable.PRESENT)),
        new EditOrigin(person, "margin", 61_000));
  }

  private static String what(HistoryPanel panel, int index) {
    return panel.table().getItem(index).getText(3);
  }

  private static void select(HistoryPanel panel, int index) {
    panel.table().select(index);
    panel.table().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
  }

  private static void choose(Combo combo, String item) {
    combo.select(combo.indexOf(item));
    combo.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
  }

  @Test
  void listsEventsAsTheyComeAndFiltersThem() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      HistoryPanel panel = open(w);
      assertEquals("Add class dog", what(panel, 0));
      label(w, "berta", 1, 0);
      w.until("it is listed", () -> panel.table().getItemCount() == 4);
      assertEquals("Label 1 image cat", what(panel, 0));
      assertEquals("berta", panel.table().getItem(0).getText(2));
      assertEquals("1", panel.table().getItem(0).getText(4));
      assertEquals("margin", panel.table().getItem(0).getText(5));
      assertEquals("4 events, 1 label, 1 minute of work", panel.status());
      w.open.undo();
      w.until("the undo is listed", () -> panel.table().getItemCount() == 5);
      assertEquals("Undo: label 1 image cat", what(panel, 0));
      assertEquals("Label 1 image cat (undone)", what(panel, 1));

      List<Combo> combos = panel.filter().combos();
      choose(combos.get(0), "berta");
      w.until("only berta's", () -> panel.table().getItemCount() == 1);
      choose(combos.get(0), "Everyone");
      choose(combos.get(1), "dog");
      w.until(
          "only dog",
          () -> panel.table().getItemCount() == 1 && what(panel, 0).equals("Add class dog"));
      choose(combos.get(1), "All classes");
      choose(combos.get(2), "Today");
      w.until("all of today", () -> panel.table().getItemCount() == 5);
      Screenshots.take(w.shell, "history");
      Path file = folder.resolve("history.csv");
      panel.export(file);
      w.until("it is written", () -> panel.status().startsWith("Written"));
      assertEquals(3, Files.readAllLines(file).size());
    }
  }

  @Test
  void looksBackAndReturns() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      HistoryPanel panel = open(w);
      label(w, "anna", 1, 0);
      w.until("it is listed", () -> panel.table().getItemCount() == 4);
      select(panel, 1);
      panel.look();
      w.until("the past is shown", () -> w.open.session().lookingAt() != null);
      assertEquals(LabelTable.UNKNOWN, w.open.session().labels().label(1, 0));
      assertEquals(LabelTable.PRESENT, w.session.labels().label(1, 0));
      assertEquals(w.session, w.open.presentSession());
      w.until("the list is back", () -> panel.table().getItemCount() == 4);
      select(panel, 3);
      panel.look();
      w.until("further back", () -> w.open.session().classes().isEmpty());
      Screenshots.take(w.shell, "history-past");
      List<String> refused = new ArrayList<>();
      w.open.addListener(
          new org.patchwork.ui.OpenProjectListener() {
            @Override
            public void editRefused(String message) {
              refused.add(message);
            }
          });
      w.open.submit(new Edit.AddClass("fox"), "test");
      w.until("it is refused", () -> !refused.isEmpty());
      assertTrue(refused.get(0).contains("back to the present"), refused::toString);
      w.open.returnToPresent();
      assertNull(w.open.session().lookingAt());
      assertEquals(LabelTable.PRESENT, w.open.session().labels().label(1, 0));
    }
  }

  @Test
  void restoresAfterAsking() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      HistoryPanel panel = open(w);
      label(w, "anna", 1, 0);
      w.session.apply(new Edit.RemoveClass(w.classId(1)), new EditOrigin("anna", "test"));
      w.until("it is listed", () -> panel.table().getItemCount() == 5);
      List<String> questions = new ArrayList<>();
      panel.confirmWith((title, question) -> !questions.add(question));
      select(panel, 2);
      panel.restore();
      w.until("it is asked", () -> !questions.isEmpty());
      assertTrue(questions.get(0).contains("Images that change: 1"), questions.get(0));
      assertTrue(questions.get(0).contains("Classes that come back: dog"), questions.get(0));
      assertEquals(5, w.session.events().last());
      panel.confirmWith((title, question) -> true);
      panel.restore();
      w.until("it is restored", () -> w.session.classByName("dog") != null);
      assertEquals(6, w.session.events().last());
      w.until("also labels", () -> w.session.labels().label(1, 0) == LabelTable.UNKNOWN);
      w.until("it is listed", () -> panel.table().getItemCount() == 6);
      assertTrue(what(panel, 0).startsWith("Restore event 3"), what(panel, 0));
    }
  }

  @Test
  void olderEventsAreReadWhenTheyComeIntoSight() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      for (int i = 0; i < 450; i++) {
        label(w, "anna", i % 10, i / 10 % 2);
        w.session.apply(
            new Edit.SetLabels(
                new int[] {i % 10}, Map.of(w.classId(i / 10 % 2), LabelTable.UNKNOWN)),
            new EditOrigin("anna", "test"));
      }
      HistoryPanel panel = new HistoryPanel(w.shell, w.open);
      w.openShell();
      w.show(0);
      w.until("the first page is read", () -> panel.table().getItemCount() == 201);
      panel.table().setTopIndex(200);
      w.until("the next page is read", () -> panel.table().getItemCount() > 201);
      assertFalse(panel.table().getItem(210).getText(3).isEmpty());
    }
  }
}
