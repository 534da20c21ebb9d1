// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.learn.TrainingParameters;

class RunsPanelTest {
  @TempDir Path folder;

  /** Two runs, the second on labels that say the contrary; predictions are those of the engine. */
  private static void trainTwice(Bench bench) throws Exception {
    bench.project(true);
    bench.label("A", LabelTable.ABSENT, 0, 1, 2, 3, 4, 5);
    bench.label("A", LabelTable.PRESENT, 34, 35, 36, 37, 38, 39);
    TrainingParameters settings =
        new TrainingParameters().with("epochs", 2).with("batchesPerEpoch", 20);
    bench.trainer.setParameters(settings.with("learningRate", .1));
    assertEquals(RunOutcome.Kind.DONE, bench.train().kind());
    bench.label("A", LabelTable.PRESENT, 0, 1, 2, 3, 4, 5);
    bench.label("A", LabelTable.ABSENT, 34, 35, 36, 37, 38, 39);
    bench.trainer.setParameters(settings.with("learningRate", .2));
    assertEquals(RunOutcome.Kind.DONE, bench.train().kind());
  }

  /** Makes the first run have said the contrary of what it said. */
  private static void turnTheFirstRound(Bench bench) throws Exception {
    Path file = bench.open.session().runs().getFirst().folder().resolve("predictions.npy");
    Files.delete(file);
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {2})) {
      for (int i = 0; i < Bench.IMAGES; i++) {
        writer.append(new float[] {1 - Bench.probability(i), Bench.probability(i)}, 0);
      }
    }
  }

  private static RunsPanel shown(Bench bench) {
    RunsPanel panel = new RunsPanel(bench.shell, bench.open, bench.page, bench.trainer);
    bench.show();
    bench.until("the runs are listed", () -> panel.list().table().getItemCount() == 2);
    return panel;
  }

  private static void select(RunsPanel panel, int... items) {
    Table table = panel.list().table();
    table.deselectAll();
    table.select(items);
    table.notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void comparesTheRunsThatAreSelectedAndShowsChangedImages() throws Exception {
    try (Bench bench = new Bench(folder)) {
      trainTwice(bench);
      turnTheFirstRound(bench);
      RunsPanel panel = shown(bench);
      assertEquals("in use", panel.list().table().getItem(0).getText(8));
      select(panel, 0, 1);
      Table settings = panel.details().settings();
      assertEquals(2, settings.getItemCount());
      assertEquals("labels", settings.getItem(0).getText(0));
      assertEquals("Learning rate", settings.getItem(1).getText(0));
      assertEquals("0.2", settings.getItem(1).getText(2));
      assertEquals(2, panel.details().curves().curves());
      bench.until("changes are there", () -> panel.details().sides().getItemCount() == 2);
      String[] counts = new String[4];
      Arrays.setAll(counts, i -> panel.details().sides().getItem(0).getText(i + 1));
      // all twelve labels are against the later run; of 28 images without a label image 20 stays
      assertArrayEquals(new String[] {"0", "12", "13", "14"}, counts, Arrays.toString(counts));
      for (int side = 0; side < 4; side++) {
        panel.details().open(panel.details().sides().getItem(0), side);
      }
      assertTrue(bench.page.page().size() > 0);
    }
  }

  @Test
  void aRunIsRestoredWithSettingsAndPredictions() throws Exception {
    try (Bench bench = new Bench(folder)) {
      trainTwice(bench);
      RunsPanel panel = shown(bench);
      select(panel, 1);
      String first = panel.list().selection().getFirst().id();
      panel.restoreButton().notifyListeners(SWT.Selection, new Event());
      bench.until("it is restored", () -> panel.messageText().contains(first));
      assertEquals(.1, bench.trainer.parameters().learningRate());
      assertEquals(first, bench.open.session().predictions().source());
    }
  }

  @Test
  void runsAreWrittenAsAnMlflowStore() throws Exception {
    try (Bench bench = new Bench(folder)) {
      trainTwice(bench);
      RunsPanel panel = shown(bench);
      select(panel, 0, 1);
      panel.export(folder.resolve("mlruns").toString());
      bench.until("it is written", () -> panel.messageText().startsWith("2 runs"));
      try (Stream<Path> files = Files.walk(folder.resolve("mlruns"))) {
        assertEquals(2, files.filter(file -> file.endsWith("metrics/loss")).count());
      }
    }
  }
}
