// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.RowFilter;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;
import org.patchwork.project.Edit;
import org.patchwork.project.VotePolicy;
import org.patchwork.ui.testing.Screenshots;

/** The view Agreement, the choice of the rule, the second look and the merge wizard. */
class AnnotatorsTest {
  @TempDir Path folder;

  private static void answer(Workbench w, String who, int classIndex, byte value, int... rows) {
    w.open.setAnnotator(who);
    w.open.submit(new Edit.SetLabels(rows, Map.of(w.classId(classIndex), value)), "test");
    w.settle();
  }

  /** Anna and Ben differ about cat in 2 and 3, about dog in 3. */
  private static void twoAnswer(Workbench w) {
    answer(w, "Anna", 0, PRESENT, 0, 1, 2);
    answer(w, "Anna", 0, ABSENT, 3, 4, 5);
    answer(w, "Anna", 1, PRESENT, 3);
    answer(w, "Ben", 0, PRESENT, 0, 1, 3);
    answer(w, "Ben", 0, ABSENT, 2, 4);
    answer(w, "Ben", 1, ABSENT, 3);
  }

  private AgreementPanel panel(Workbench w) {
    AgreementPanel panel =
        new AgreementPanel(w.shell, w.open, w.page, () -> w.open.setAnnotator("Cara"));
    w.shell.setSize(460, 520);
    w.show();
    w.openShell();
    return panel;
  }

  @Test
  void theViewSaysHowWellAnnotatorsAgree() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      AgreementPanel panel = panel(w);
      w.until("it says what to do", () -> panel.text().contains("Nobody has answered yet"));
      assertFalse(panel.showButton().isEnabled());
      twoAnswer(w);
      w.until(
          "the figures are there",
          () ->
              panel.classes().getItemCount() == 3
                  && at(panel, 2, 3).equals("2")
                  && at(panel, 1, 3).equals("1"));
      // both said present in 3 of 5; .6 observed, .6² + .4² = .52 by chance
      assertEquals("0.17", at(panel, 0, 1));
      assertEquals("5", at(panel, 0, 2));
      assertEquals("Anna · Ben", panel.pairs().getItem(0).getText(0));
      assertTrue(panel.text().startsWith("You answer as Ben"), panel.text());
      Screenshots.take(w.shell, "agreement");
      panel.classes().select(1);
      panel.showButton().notifyListeners(SWT.Selection, new Event());
      assertArrayEquals(new int[] {3}, w.page.page().rows());
      assertEquals("1 image on which answers about dog differ", w.page.page().description());
      panel.classes().select(2);
      panel.classes().deselect(1);
      panel.showButton().notifyListeners(SWT.Selection, new Event());
      assertArrayEquals(new int[] {2, 3}, w.page.page().rows());
    }
  }

  private static String at(AgreementPanel panel, int row, int column) {
    return panel.classes().getItem(row).getText(column);
  }

  @Test
  void answersThatDifferAreAConditionOfTheStrip() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      w.show(0);
      List<String> said = new ArrayList<>();
      FilterBar bar = new FilterBar(w.shell, () -> {});
      AnswersDiffer differ = new AnswersDiffer(w.open, bar, w.shell, said::add);
      bar.offerMore(differ::addTo);
      assertEquals("Answers differ", bar.menu().getItem(bar.menu().getItemCount() - 1).getText());
      differ.find(w.session, null);
      w.until("it says that there are none", () -> said.size() == 1);
      assertEquals(List.of(), bar.value().conditions());
      twoAnswer(w);
      differ.find(w.session, ClassStyle.of(w.session.classes()).get(1));
      w.until("there are some", () -> said.size() == 2);
      assertEquals("1 image on which answers about dog differ.", said.get(1));
      assertEquals(RowFilter.LabelStatus.ANY, bar.value().status());
      assertArrayEquals(new int[] {3}, bar.value().select(w.session.labels()));
    }
  }

  @Test
  void theNameOfTheSessionSignsLabelsAndUndo() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0);
      assertEquals("tester", w.open.annotator());
      answer(w, "Cara", 0, PRESENT, 0);
      w.open.undo().join();
      assertEquals("Cara", w.session.events().event(w.session.events().last()).annotator());
      w.open.setAnnotator(null);
      assertEquals("tester", w.open.annotator());
    }
  }

  @Test
  void anotherRuleIsSeenBeforeItIsApplied() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      w.show(0);
      twoAnswer(w);
      RuleDialog dialog = new RuleDialog(w.shell, w.open);
      Dialogs.show(dialog);
      assertEquals("This is how it is now.", dialog.text());
      select(dialog);
      w.until("the outcome is there", () -> dialog.text().contains("labels of"));
      assertEquals(
          "3 labels of 2 images to change:\ncat: 0 to present, 0 to absent, 2 to unknown\n"
              + "dog: 0 to present, 0 to absent, 1 to unknown",
          dialog.text());
      Screenshots.take(dialog.getShell(), "rule");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      w.until("applied", () -> w.session.annotators().policy() == VotePolicy.MAJORITY);
      assertEquals(UNKNOWN, w.label(3, 1));
      w.open.undo().join();
      assertEquals(ABSENT, w.label(3, 1));
    }
  }

  private static void select(RuleDialog dialog) {
    for (Control control : dialog.majority().getParent().getChildren()) {
      if (control instanceof Button button) {
        button.setSelection(button == dialog.majority());
      }
    }
    dialog.majority().notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void aSecondLookIsBlindAndComparesOneWithOneself() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      w.show(0);
      w.open.setAnnotator("Anna");
      for (int row = 0; row < 6; row++) {
        w.open.submit(
            new Edit.SetLabels(
                new int[] {row},
                Map.of(w.classId(0), (byte) (row % 2), w.classId(1), (byte) (1 - row % 2))),
            "test");
      }
      w.settle();
      SecondLookDialog dialog =
          new SecondLookDialog(
              w.shell,
              w.open,
              w.page,
              AgreementFigures.compute(w.session),
              new SplittableRandom(1));
      Dialogs.show(dialog);
      w.idle();
      assertEquals("0 of 6 answered.", dialog.text());
      for (int i = 0; i < 5; i++) {
        Workbench.press(dialog.canvas(), '1', 0); // cat, whatever it is
      }
      assertEquals("5 of 6 answered.", dialog.text());
      Screenshots.take(dialog.getShell(), "second-look");
      Workbench.press(dialog.canvas(), SWT.CR, 0);
      assertEquals(
          "6 of 6 answered.", dialog.text().replaceFirst("You agree.*", "6 of 6 answered."));
      assertTrue(dialog.text().startsWith("You agree with yourself on "), dialog.text());
      w.settle();
      assertEquals(PRESENT, w.label(1, 0));
      VoteTable votes = w.session.annotators().votes(new NullProgressMonitor());
      int again = votes.voices().indexOf(new Voice("Anna", true));
      long cats = IntStream.range(0, 6).filter(row -> votes.vote(again, row, 0) == PRESENT).count();
      assertEquals(5, cats);
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      int[] differing = w.page.page().rows();
      assertTrue(
          Arrays.stream(differing)
              .allMatch(
                  row ->
                      votes.vote(again, row, 0) != w.label(row, 0)
                          || votes.vote(again, row, 1) != w.label(row, 1)));
    }
  }

  @Test
  void labelsOfAFileAreMergedAsChosen() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      w.show(0);
      answer(w, "Anna", 0, PRESENT, 0, 1, 2);
      Path file =
          Files.writeString(
              folder.resolve("ben.csv"),
              "filepath,cat,cow\n0.png,1,\n1.png,0,\n2.png,0,\n3.png,0,1\nelsewhere.png,1,0\n");
      MergeWizard wizard = new MergeWizard(w.open);
      MergeWizardDialog dialog = new MergeWizardDialog(w.shell, wizard);
      Dialogs.show(dialog);
      wizard.source().placeField().setText(folder.resolve("nowhere.csv").toString());
      assertFalse(wizard.source().isPageComplete());
      wizard.source().placeField().setText(file.toString());
      Screenshots.take(dialog.getShell(), "merge-source");
      dialog.nextPressed();
      MergeComparePage page = wizard.comparePage();
      w.until("the outcome is there", page::isPageComplete);
      assertTrue(page.text().contains("ben.csv: 5 images, 4 of them"), page.text());
      assertTrue(
          page.text().contains("2 labels of 1 image to change; new classes: cow"), page.text());
      assertEquals("cat 1 1 2 Keep mine", row(page, 0));
      assertEquals("cow (new) 1 0 0 Keep mine", row(page, 1));
      assertArrayEquals(new int[] {1, 2}, page.conflicts().page().rows());
      page.theirs().notifyListeners(SWT.Selection, new Event());
      w.until("the outcome is there", page::isPageComplete);
      assertEquals("cat 1 1 2 1 theirs, 1 mine", row(page, 0));
      Screenshots.take(dialog.getShell(), "merge-labels");
      assertTrue(wizard.canFinish());
      Dialogs.press(dialog, IDialogConstants.FINISH_ID);
      w.settle();
      assertEquals(ABSENT, w.label(1, 0));
      assertEquals(PRESENT, w.label(2, 0));
      assertEquals(ABSENT, w.label(3, 0));
      assertEquals(2, w.session.classes().size());
      VoteTable votes = w.session.annotators().votes(new NullProgressMonitor());
      assertTrue(votes.voices().contains(Voice.of("ben")), votes.voices().toString());
    }
  }

  private static String row(MergeComparePage page, int index) {
    TableItem item = page.classes().getItem(index);
    return IntStream.range(0, 5)
        .mapToObj(item::getText)
        .collect(java.util.stream.Collectors.joining(" "));
  }
}
