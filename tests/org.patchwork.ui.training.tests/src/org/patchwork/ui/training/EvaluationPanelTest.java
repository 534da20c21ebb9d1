// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.evaluation.AuditFile;
import org.patchwork.learn.evaluation.CalibrationRecord;
import org.patchwork.project.Edit;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.testing.Screenshots;

/**
 * The engine says i/40 for class A and 1 − i/40 for B. Images 0 to 19 are labelled without A, 20 to
 * 35 with it but for 30, whose label is wrong; every second one is held out.
 */
class EvaluationPanelTest {
  @TempDir Path folder;

  private static EvaluationPanel panel(Bench bench) {
    EvaluationPanel panel =
        new EvaluationPanel(
            bench.shell,
            bench.open,
            bench.page,
            bench.trainer,
            new TrainingService(bench.algorithms));
    bench.shell.setSize(1100, 420);
    bench.show();
    return panel;
  }

  private static EvaluationPanel trained(Bench bench) throws Exception {
    EvaluationPanel panel = panel(bench);
    bench.project(true);
    bench.label("A", LabelTable.ABSENT, IntStream.range(0, 20).toArray());
    bench.label("A", LabelTable.PRESENT, IntStream.range(20, 36).filter(i -> i != 30).toArray());
    bench.label("A", LabelTable.ABSENT, 30);
    bench.label("B", LabelTable.PRESENT, IntStream.range(0, 22).toArray());
    bench.label("B", LabelTable.ABSENT, IntStream.range(22, 36).toArray());
    bench.apply(
        new Edit.SetValidation(IntStream.range(0, 36).filter(i -> i % 2 == 0).toArray(), true));
    bench.train();
    bench.until("the model is judged", () -> panel.shown() != null);
    return panel;
  }

  private static void press(Widget button) {
    button.notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void saysWhatToDoBeforeThereIsAModel() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = panel(bench);
      assertTrue(panel.summaryText().startsWith("Open a project"), panel.summaryText());
      bench.project(true);
      assertTrue(panel.summaryText().contains("hold some of them out"), panel.summaryText());
    }
  }

  /** Held out: 0, 2, …, 34. At ½, A is said of 20 and above; 30 is wrongly labelled. */
  @Test
  void aClickOnACountShowsItsImages() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      ClassReportTab tab = panel.tab(ClassReportTab.class);
      assertEquals("A", tab.table().getItem(0).getText(0));
      assertEquals("7", tab.table().getItem(0).getText(ClassReportTab.FOUND));
      assertEquals("1", tab.table().getItem(0).getText(ClassReportTab.FALSE_ALARMS));
      assertEquals("All labels (micro)", tab.table().getItem(2).getText(0));
      tab.showImages(0, ClassReportTab.FALSE_ALARMS);
      assertArrayEquals(new int[] {30}, bench.page.page().rows());
      assertEquals(EvaluationPanel.SOURCE, bench.page.page().source());
      assertTrue(
          bench.page.page().description().contains("labelled absent and said to be present"));
      tab.showImages(0, ClassReportTab.FOUND);
      assertArrayEquals(new int[] {34, 32, 28, 26, 24, 22, 20}, bench.page.page().rows());
      assertTrue(panel.summaryText().startsWith("Accuracy 0."), panel.summaryText());
      Screenshots.take(bench.shell, "evaluation-classes");
    }
  }

  @Test
  void trainingImagesCanBeLookedAtInstead() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.part().select(1);
      press(panel.part());
      bench.until(
          "the training images are judged",
          () -> panel.tab(ClassReportTab.class).table().getItem(0).getText(1).equals("8"));
    }
  }

  @Test
  void newLabelsAreJudgedWithoutTraining() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      bench.label("A", LabelTable.PRESENT, 30);
      bench.until(
          "the corrected label counts",
          () -> panel.tab(ClassReportTab.class).table().getItem(0).getText(1).equals("8"));
    }
  }

  @Test
  void aClickOnADotShowsTheImagesItStandsFor() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.select(2);
      JudgementCurvesTab tab = panel.tab(JudgementCurvesTab.class);
      assertEquals(19, tab.roc().points(0)); // 18 thresholds, and above them all
      tab.showFrom(0.69);
      assertArrayEquals(new int[] {28, 30, 32, 34}, bench.page.page().rows());
      tab.binClicked(0, 0);
      assertArrayEquals(new int[] {2, 0}, bench.page.page().rows());
      bench.page.setFocusClass(bench.open.session().classByName("B").getId());
      assertEquals("B", tab.combo().getText());
      Screenshots.take(bench.shell, "evaluation-curves");
    }
  }

  @Test
  void withoutExclusiveClassesThereIsNothingToConfuse() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      assertTrue(panel.shown().report().confusions().isEmpty());
      String a = bench.open.session().classByName("A").getId();
      String b = bench.open.session().classByName("B").getId();
      bench.apply(new Edit.SetExclusionGroup(java.util.List.of(a, b), "side"));
      bench.until("the group is compared", () -> panel.shown().report().confusions().size() == 1);
      panel.select(1);
      ConfusionTab tab = panel.tab(ConfusionTab.class);
      assertEquals(
          "6 of 6 images of A are taken for A (100 %)", // 20 has both classes
          tab.canvas().text(0, 0));
      tab.showImages(1, 1);
      assertTrue(bench.page.page().size() > 5);
      Screenshots.take(bench.shell, "evaluation-confusion");
    }
  }

  @Test
  void calibrationIsKeptWithTheRunAndListsWhatToReview() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.select(3);
      ThresholdTab tab = panel.tab(ThresholdTab.class);
      tab.calibrate();
      bench.until("the run is calibrated", () -> tab.table().getItemCount() == 2);
      assertTrue(Files.exists(panel.shown().runFolder().resolve(CalibrationRecord.FILE_NAME)));
      assertTrue(tab.messageText().startsWith("Calibrated by platt"), tab.messageText());
      assertEquals("4", tab.table().getItem(0).getText(4)); // 36 to 39 have no label
      tab.review(0);
      assertArrayEquals(new int[] {39, 38, 37, 36}, bench.page.page().rows());
      assertTrue(panel.summaryText().endsWith("calibrated"), panel.summaryText());
      Screenshots.take(bench.shell, "evaluation-thresholds");
    }
  }

  @Test
  void theWrongLabelIsAtTheHeadOfTheQueue() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.select(4);
      LabelErrorTab tab = panel.tab(LabelErrorTab.class);
      tab.search();
      bench.until("the search has ended", () -> tab.table().getItemCount() > 0);
      tab.review(0);
      assertEquals(30, bench.page.page().rows()[0]);
      assertTrue(tab.strip().text().contains("contradicts"), tab.strip().text());
      Screenshots.take(bench.shell, "evaluation-errors");
    }
  }

  @Test
  void theLearningCurveIsDrawnWithAdvice() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.select(5);
      LearningCurveTab tab = panel.tab(LearningCurveTab.class);
      tab.compute();
      bench.until("the curve is drawn", () -> tab.chart().points(1) > 0);
      assertTrue(tab.adviceText().contains("images are expected"), tab.adviceText());
      Screenshots.take(bench.shell, "evaluation-curve");

      tab.showImages(1, 0);
      int first = bench.page.page().size();
      assertEquals(EvaluationPanel.SOURCE, bench.page.page().source());
      assertTrue(bench.page.page().description().startsWith("The first " + first));
      tab.showImages(1, 1);
      assertTrue(bench.page.page().size() > 0);
      assertTrue(
          bench.page.page().description().contains("images labelled between " + first + " and"),
          bench.page.page().description());
    }
  }

  @Test
  void imagesAreHeldOutAndAnAuditSetIsDrawn() throws Exception {
    try (Bench bench = new Bench(folder)) {
      EvaluationPanel panel = trained(bench);
      panel.select(6);
      HoldOutTab tab = panel.tab(HoldOutTab.class);
      bench.until("it says what is held out", () -> tab.heldText().startsWith("18 of 36"));
      press(tab.holdOutButton());
      bench.until("enough is held out", () -> tab.heldText().contains("already"));
      tab.audit().count().setSelection(10);
      press(tab.audit().drawButton());
      bench.until("the audit set is reported", () -> tab.audit().table().getItemCount() == 2);
      int[] rows =
          AuditFile.read(bench.open.session().folder())
              .orElseThrow()
              .rows(bench.open.session().labels());
      bench.until(
          "the drawn images are held out",
          () -> Arrays.stream(rows).allMatch(bench.open.session().labels()::validation));
      assertTrue(
          tab.audit().text().contains("The model in use was trained on"), tab.audit().text());
      Screenshots.take(bench.shell, "evaluation-held-out");
    }
  }
}
