// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Histogram;
import org.patchwork.project.Edit;
import org.patchwork.ui.ChartPanel;

class HistogramPanelTest {
  @TempDir Path folder;

  /**
   * Rows 0…9 absent and 20…29 present in training, 10…14 absent and 30…34 present in validation, 35
   * excluded.
   */
  private static HistogramPanel trained(Bench bench) throws Exception {
    HistogramPanel panel = new HistogramPanel(bench.shell, bench.open, bench.page, bench.trainer);
    bench.show();
    bench.project(true);
    bench.label("A", LabelTable.ABSENT, IntStream.range(0, 15).toArray());
    bench.label("A", LabelTable.PRESENT, IntStream.range(20, 36).toArray());
    bench.apply(new Edit.SetValidation(new int[] {10, 11, 12, 13, 14, 30, 31, 32, 33, 34}, true));
    bench.apply(new Edit.SetExcluded(new int[] {35}, true));
    bench.train();
    bench.until("the histogram is there", () -> panel.histogram() != null);
    return panel;
  }

  private static int total(HistogramDataset data, int series) {
    return IntStream.range(0, Histogram.BINS).map(bin -> data.rows(series, bin).length).sum();
  }

  @Test
  void offersToTrainWhileThereIsNoModel() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = new HistogramPanel(bench.shell, bench.open, bench.page, bench.trainer);
      bench.show();
      assertTrue(panel.empty().text().startsWith("Open a project"), panel.empty().text());
      bench.project(true);
      assertTrue(panel.empty().text().contains("then train"), panel.empty().text());
    }
  }

  /** T46: excluded images are in no panel, unlabelled ones not in the validation panel. */
  @Test
  void showsEachImageWhereItBelongs() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      HistogramDataset training = panel.training().dataset();
      assertEquals(10, total(training, HistogramDataset.NEGATIVES));
      assertEquals(10, total(training, HistogramDataset.POSITIVES));
      assertEquals(9, total(training, HistogramDataset.UNLABELED));
      assertEquals(2, panel.validation().dataset().getSeriesCount());
      assertEquals("Training: AUC 1.00 · accuracy 1.00 · 10+ 10−", panel.training().figuresText());
      assertEquals(
          "Validation: AUC 1.00 · accuracy 1.00 · 5+ 5−", panel.validation().figuresText());
    }
  }

  @Test
  void aSideWithoutImagesGivesNoFiguresInsteadOfZero() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      String b = bench.open.session().classByName("B").getId();
      panel.choose(b);
      bench.until(
          "class B is shown",
          () -> panel.histogram() != null && panel.histogram().classId().equals(b));
      assertEquals("Training: AUC n/a · accuracy n/a · 0+ 0−", panel.training().figuresText());
    }
  }

  @Test
  void followsTheClassInFocusAndTheChooser() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      bench.page.setFocusClass(bench.open.session().classByName("B").getId());
      assertEquals("B", panel.combo().getText());
      panel.combo().select(0);
      panel.combo().notifyListeners(SWT.Selection, new Event());
      bench.until("class A is shown", () -> "A".equals(panel.combo().getText()));
    }
  }

  @Test
  void newLabelsShowWithoutTraining() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      bench.label("A", LabelTable.PRESENT, 36);
      bench.until(
          "the new label shows",
          () -> total(panel.training().dataset(), HistogramDataset.POSITIVES) == 11);
    }
  }

  @Test
  void aClickShowsTheImagesOfTheBarThoseMostWrongFirst() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      panel.clicked("Training", HistogramDataset.POSITIVES, 7); // 0.50 to 0.57: rows 20, 21, 22
      assertArrayEquals(new int[] {20, 21, 22}, bench.page.page().rows());
      panel.clicked("Training", HistogramDataset.NEGATIVES, 0); // 0.00 to 0.07: rows 0, 1, 2
      assertArrayEquals(new int[] {2, 1, 0}, bench.page.page().rows());
      assertEquals(HistogramPanel.SOURCE, bench.page.page().source());
      assertEquals(
          "A, training: 3 of 10 labelled absent, probability 0.00 to 0.07",
          bench.page.page().description());
      panel.clicked("Validation", HistogramDataset.NEGATIVES, 13); // nothing there
      assertArrayEquals(new int[] {2, 1, 0}, bench.page.page().rows());
    }
  }

  /** By the mouse, once along the foot of the bars. */
  @Test
  void theMouseHitsTheBars() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      ChartPanel chart = panel.training().panel();
      bench.shell.layout(true, true);
      bench.until("the page of a bar is shown", () -> sweep(bench, chart));
      assertArrayEquals(new int[] {20, 21, 22}, bench.page.page().rows());
    }
  }

  /** Clicks along a line until the bar of the rows 20 to 22 is hit. */
  private static boolean sweep(Bench bench, ChartPanel chart) {
    for (int y = 0; y < chart.getSize().y; y += 4) {
      for (int x = 0; x < chart.getSize().x; x += 4) {
        Event up = new Event();
        up.button = 1;
        up.x = x;
        up.y = y;
        chart.notifyListeners(SWT.MouseUp, up);
        if (Arrays.equals(bench.page.page().rows(), new int[] {20, 21, 22})) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void narrowViewsKeepTheFiguresByShorterWords() throws Exception {
    try (Bench bench = new Bench(folder)) {
      HistogramPanel panel = trained(bench);
      bench.shell.setSize(270, 260);
      bench.until(
          "the figures are short",
          () -> panel.training().figuresText().equals("Train: AUC 1.00 · acc. 1.00 · 10+ 10−"));
      bench.shell.setSize(700, 500);
      bench.until(
          "the figures are whole", () -> panel.training().figuresText().contains("accuracy"));
    }
  }
}
