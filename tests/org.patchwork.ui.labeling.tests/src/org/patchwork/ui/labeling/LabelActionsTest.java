// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectListener;

class LabelActionsTest {
  @TempDir Path folder;

  @Test
  void keyTogglesBetweenPresentAndAbsentForTheWholeSelection() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      w.show(0, 1, 2, 3);
      w.page.select(w.page.selection().extendTo(2));
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(List.of(PRESENT, PRESENT, PRESENT, UNKNOWN), labels(w, 0, 0, 1, 2, 3));
      assertEquals(UNKNOWN, w.label(0, 1), "other classes stay as they were");
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(List.of(ABSENT, ABSENT, ABSENT, UNKNOWN), labels(w, 0, 0, 1, 2, 3));
    }
  }

  @Test
  void mixedSelectionBecomesPresentFirst() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0, 1);
      w.actions.press(w.classId(0));
      w.settle();
      w.page.select(w.page.selection().all());
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(List.of(PRESENT, PRESENT), labels(w, 0, 0, 1));
    }
  }

  @Test
  void exclusiveClassSetsTheOthersAbsentAndMovesOnInOneUndoStep() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog", "cow")) {
      w.show(0, 1, 2);
      w.actions.press(w.classId(1));
      assertEquals(1, w.page.selection().cursor(), "moves on at once, before the label is written");
      w.settle();
      assertEquals(List.of(ABSENT, PRESENT, ABSENT), row(w, 0));
      w.actions.undo();
      w.settle();
      assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), row(w, 0));
      w.actions.redo();
      w.settle();
      assertEquals(List.of(ABSENT, PRESENT, ABSENT), row(w, 0));
    }
  }

  @Test
  void movesOnOnlyWithOneImageSelectedAndStopsAtTheEnd() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      w.show(0, 1, 2);
      w.page.select(w.page.selection().extendTo(1));
      w.actions.press(w.classId(0));
      assertEquals(2, w.page.selection().count(), "a bulk answer keeps the selection");
      w.page.select(w.page.selection().at(2));
      w.actions.allAbsent();
      assertEquals(2, w.page.selection().cursor(), "no wrap-around");
      w.page.select(w.page.selection().at(0));
      w.page.setAutoAdvance(false);
      w.actions.allAbsent();
      assertEquals(0, w.page.selection().cursor());
      w.settle();
      assertEquals(List.of(ABSENT, ABSENT), row(w, 2));
    }
  }

  @Test
  void copiesLabelsButNoFlagsToAPageOfAnySize() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      w.show(7, 8, 9); // fewer than any grid has places
      w.actions.press(w.classId(1));
      w.actions.toggleExcluded();
      w.settle();
      w.page.select(w.page.selection().at(0));
      w.actions.copyToPage();
      w.settle();
      for (int row : new int[] {7, 8, 9}) {
        assertEquals(List.of(UNKNOWN, PRESENT), row(w, row));
      }
      assertTrue(w.session.labels().excluded(7));
      assertFalse(w.session.labels().excluded(8));
    }
  }

  @Test
  void restOfPageAbsentLeavesAnswersAndExcludedImagesAlone() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      w.show(0, 1, 2);
      w.page.setFocusClass(w.classId(0));
      w.actions.press(w.classId(0));
      w.page.select(w.page.selection().at(1));
      w.actions.toggleExcluded();
      w.settle();
      w.actions.restAbsent(true);
      w.settle();
      assertEquals(List.of(PRESENT, UNKNOWN, ABSENT), labels(w, 0, 0, 1, 2));
      assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), labels(w, 1, 0, 1, 2));
      w.actions.restAbsent(false);
      w.settle();
      assertEquals(List.of(ABSENT, UNKNOWN, ABSENT), labels(w, 1, 0, 1, 2));
      w.actions.undo();
      w.settle();
      assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN), labels(w, 1, 0, 1, 2), "one step");
    }
  }

  @Test
  void forgettingErasesAllLabelsOfTheSelection() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      w.show(0, 1);
      w.actions.press(w.classId(0));
      w.settle();
      w.page.select(w.page.selection().at(0));
      w.actions.forget();
      w.settle();
      assertEquals(List.of(UNKNOWN, UNKNOWN), row(w, 0));
    }
  }

  @Test
  void focusClassCyclesThroughItsThreeStates() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0);
      w.actions.moveFocus(1);
      assertEquals(w.classId(0), w.page.focusClass());
      List<Byte> seen = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        w.actions.cycleFocusClass();
        w.settle();
        seen.add(w.label(0, 0));
      }
      assertEquals(List.of(PRESENT, ABSENT, UNKNOWN), seen);
      w.actions.moveFocus(1);
      assertEquals(null, w.page.focusClass(), "behind the last class comes none");
    }
  }

  @Test
  void flagsToggleAndOneBulkActionIsOneEvent() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0, 1, 2, 3);
      w.page.select(w.page.selection().all());
      List<LabelsChanged> events = new ArrayList<>();
      w.session.addListener(
          new ProjectListener() {
            @Override
            public void labelsChanged(LabelsChanged event) {
              events.add(event);
            }
          });
      w.actions.toggleValidation();
      w.settle();
      assertEquals(1, events.size());
      assertEquals(4, events.get(0).rows().length);
      w.actions.toggleValidation();
      w.settle();
      assertFalse(w.session.labels().validation(3));
    }
  }

  @Test
  void withoutAPageOrAProjectNothingHappens() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.actions.press("c1");
      w.actions.undo();
      w.show();
      w.actions.press(w.classId(0));
      w.actions.allAbsent();
      w.actions.copyToPage();
      w.settle();
      assertEquals(UNKNOWN, w.label(0, 0));
    }
  }

  private static List<Byte> labels(Workbench w, int classIndex, int... rows) {
    List<Byte> values = new ArrayList<>();
    for (int row : rows) {
      values.add(w.label(row, classIndex));
    }
    return values;
  }

  private static List<Byte> row(Workbench w, int row) {
    List<Byte> values = new ArrayList<>();
    for (int c = 0; c < w.session.classes().size(); c++) {
      values.add(w.label(row, c));
    }
    return values;
  }
}
