// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.project.Edit;
import org.patchwork.project.labeling.Answer;

/** Drives Quick Tag and Question by their own keys, buttons and mouse. */
class ModePanelsTest {
  @TempDir Path folder;

  private final KeyBindings keys = KeyBindings.read();
  private final List<String> asked = new ArrayList<>();

  @Test
  void quickTagLabelsByKeysAloneAndGoesBackToItsAnswers() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      QuickTagPanel panel = quickTag(w);
      keys.type("CR", panel);
      shown(w, panel);
      assertEquals(9, panel.answers().size());
      int[] first = panel.answers().rows();
      keys.type("2", panel);
      keys.type("3", panel);
      keys.type("3", panel);
      keys.type("CR", panel);
      w.until("the second round is shown", () -> panel.answers().rows() != first);
      assertEquals(List.of(ABSENT, PRESENT, UNKNOWN), labels(w, first[0], first[1], first[2]));
      assertTrue(w.session.labels().excluded(first[2]));
      assertEquals(1, panel.answers().size(), "one image of ten is left");
      keys.type("P", panel);
      assertArrayEquals(first, panel.answers().rows());
      assertEquals(Answer.PRESENT, panel.answers().answers().get(1));
      assertEquals(Answer.EXCLUDE, panel.answers().answers().get(2));
      assertTrue(panel.questionText().contains("saved"), panel.questionText());
      assertFalse(panel.questionText().contains("not saved"), panel.questionText());
      w.actions.undo();
      w.settle();
      assertEquals(UNKNOWN, w.label(first[0], 0), "the whole round is one step");
      assertFalse(w.session.labels().excluded(first[2]));
      assertTrue(panel.questionText().contains("not saved"), panel.questionText());
      keys.type("CR", panel);
      w.until("on to the second round", () -> panel.answers().size() == 1);
      assertEquals(PRESENT, w.label(first[1], 0), "and saved again");
    }
  }

  @Test
  void quickTagAnswersByMouseAndEndsWhenNothingIsLeft() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      QuickTagPanel panel = quickTag(w);
      panel.answer();
      shown(w, panel);
      int[] rows = panel.answers().rows();
      click(panel, 4, 0);
      assertEquals(Answer.PRESENT, panel.answers().answers().get(4));
      panel.answer();
      w.until("the last image", () -> panel.answers().size() == 1);
      assertEquals(ABSENT, w.label(rows[4], 1), "present in one is absent in the other");
      panel.answer();
      w.until("nothing is left", () -> !panel.emptyText().isEmpty());
      assertTrue(panel.emptyText().contains("No image is left to ask for cat"), panel.emptyText());
      panel.back();
      assertEquals("", panel.emptyText(), "the round before the end is there");
      assertEquals(1, panel.answers().size());
      keys.type("]", panel);
      keys.type("N", panel);
      w.until("dogs are asked", () -> panel.questionText().contains("dog"));
      assertFalse(List.of(boxed(panel.answers().rows())).contains(rows[4]), "a cat is no dog");
    }
  }

  @Test
  void quickTagKeepsTheClassOfTheTilesOnDisplay() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      QuickTagPanel panel = quickTag(w);
      panel.answer();
      shown(w, panel);
      int[] first = panel.answers().rows();
      keys.type("1", panel);
      keys.type("]", panel);
      assertArrayEquals(first, panel.answers().rows(), "answered tiles stay");
      assertTrue(panel.questionText().contains("next: dog"), panel.questionText());
      panel.answer();
      w.until("dogs are asked", () -> panel.questionText().contains("show dog"));
      assertEquals(PRESENT, w.label(first[0], 0));
      assertEquals(UNKNOWN, w.label(first[0], 1));
    }
  }

  @Test
  void labelGivenElsewhereIsNotOverwritten() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      QuickTagPanel panel = quickTag(w);
      panel.answer();
      shown(w, panel);
      int row = panel.answers().rows()[5];
      w.open.submit(new Edit.SetLabels(new int[] {row}, Map.of(w.classId(0), PRESENT)), "test");
      w.until("the tile says so", () -> panel.answers().count(Answer.Kind.PRESENT) == 1);
      panel.answer();
      w.settle();
      assertEquals(PRESENT, w.label(row, 0));
    }
  }

  @Test
  void emptyViewsSayWhatToDo() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      QuickTagPanel tag = new QuickTagPanel(w.shell, w.open, remedies(), new RandomStreams(1));
      QuestionPanel question = new QuestionPanel(w.shell, w.open, remedies(), new RandomStreams(1));
      w.openShell();
      assertTrue(tag.emptyText().contains("No project"), tag.emptyText());
      keys.type("CR", tag);
      keys.type("P", tag);
      keys.type("SPACE", question);
      keys.type("1", question);
      keys.type("?", question);
      assertEquals(List.of("keys"), asked);
      asked.clear();
      w.open.open(w.session);
      assertTrue(question.emptyText().contains("train"), question.emptyText());
      question.emptyButton().notifyListeners(SWT.Selection, null);
      assertEquals(List.of("train"), asked);
      predict(w, false);
      w.until("it can be asked", () -> question.emptyText().contains("yes"));
      w.open.submit(new Edit.RemoveClass(w.classId(0)), "test");
      w.until("there is no class", () -> tag.emptyText().contains("no classes"));
    }
  }

  @Test
  void questionAnswersBothSidesOfTheBoundaryAtOnce() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      QuestionPanel panel = question(w, false);
      keys.type("CR", panel);
      shown(w, panel);
      assertArrayEquals(new int[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}, panel.answers().rows());
      assertEquals(5, panel.boundary(), "where the model says one half");
      assertEquals(5, panel.page().selection().cursor(), "the cursor begins there");
      press(panel, SWT.HOME, SWT.ARROW_RIGHT, SWT.ARROW_RIGHT);
      keys.type("R", panel);
      assertEquals(2, panel.boundary());
      press(panel, SWT.ARROW_RIGHT);
      keys.type("F", panel);
      assertEquals(4, panel.boundary());
      keys.type("SPACE", panel);
      press(panel, SWT.END);
      keys.type("X", panel);
      click(panel, 8, 0);
      click(panel, 4, SWT.MOD2);
      assertEquals(5, panel.boundary(), "shift-click is the last yes");
      keys.type("CR", panel);
      w.until("nothing is left", () -> !panel.emptyText().isEmpty());
      assertEquals(
          List.of(UNKNOWN, PRESENT, ABSENT, ABSENT, ABSENT, PRESENT, ABSENT, PRESENT, PRESENT),
          labels(w, 0, 1, 2, 3, 4, 5, 6, 7, 8));
      assertTrue(w.session.labels().excluded(0));
      w.actions.undo();
      w.settle();
      assertEquals(List.of(UNKNOWN, UNKNOWN), labels(w, 5, 9));
      panel.back();
      assertEquals(10, panel.answers().size());
      assertTrue(panel.questionText().contains("not saved"), panel.questionText());
    }
  }

  @Test
  void questionNamesTheOtherClassOfAnException() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      QuestionPanel panel = question(w, true);
      keys.type("CR", panel);
      shown(w, panel);
      assertEquals(5, panel.answers().size(), "those taken for the class whose turn it is");
      int[] rows = panel.answers().rows();
      assertEquals(4, panel.page().selection().cursor(), "begins at the least probable");
      keys.type("2", panel);
      assertEquals(3, panel.page().selection().cursor(), "moves on to more probable ones");
      keys.type("0", panel);
      keys.type("CR", panel);
      w.until("the other class is asked", () -> panel.answers().rows() != rows);
      assertEquals(PRESENT, w.label(rows[4], 1));
      assertEquals(LabelTable.Status.UNLABELED, w.session.labels().status(rows[3]), "left open");
      assertEquals(LabelTable.Status.LABELED, w.session.labels().status(rows[0]));
    }
  }

  private QuickTagPanel quickTag(Workbench w) {
    QuickTagPanel panel = new QuickTagPanel(w.shell, w.open, remedies(), new RandomStreams(1));
    w.openShell();
    w.open.open(w.session);
    return panel;
  }

  private QuestionPanel question(Workbench w, boolean exclusive) {
    QuestionPanel panel = new QuestionPanel(w.shell, w.open, remedies(), new RandomStreams(1));
    w.openShell();
    w.open.open(w.session);
    predict(w, exclusive);
    w.until("it can be asked", () -> panel.emptyText().contains("yes"));
    return panel;
  }

  /** The more probable the higher the row: .05, .15, …, .95 for the first class, else the rest. */
  private static void predict(Workbench w, boolean exclusive) {
    float[][] columns = new float[w.session.classes().size()][Workbench.IMAGES];
    for (int row = 0; row < Workbench.IMAGES; row++) {
      columns[0][row] = .05f + row / 10f;
      for (int c = 1; c < columns.length; c++) {
        columns[c][row] = 1 - columns[0][row];
      }
    }
    w.session.setPredictions(
        new PredictionTable(w.session.labels().classIds(), columns, "run", exclusive));
  }

  private ModePanel.Remedies remedies() {
    return new ModePanel.Remedies() {
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
      public KeySheet.Source modeKeys() {
        asked.add("keys");
        return new KeySheet.Source(
            new BoundKeys(new Binding[0], List.of(), ModeCommand.CONTEXT), Map.of());
      }
    };
  }

  private static void shown(Workbench w, ModePanel panel) {
    w.until("images are shown", () -> panel.emptyText().isEmpty() && panel.answers() != null);
  }

  private static List<Byte> labels(Workbench w, int... rows) {
    List<Byte> values = new ArrayList<>();
    for (int row : rows) {
      values.add(w.label(row, 0));
    }
    return values;
  }

  private static Integer[] boxed(int[] rows) {
    return java.util.Arrays.stream(rows).boxed().toArray(Integer[]::new);
  }

  private static void press(ModePanel panel, int... keyCodes) {
    for (int key : keyCodes) {
      Workbench.press(panel.canvas(), key, 0);
    }
  }

  private static void click(ModePanel panel, int position, int stateMask) {
    Rectangle cell = panel.canvas().cellBounds(position);
    Workbench.click(panel.canvas(), cell.x + cell.width / 2, cell.y + cell.height / 2, stateMask);
  }
}
