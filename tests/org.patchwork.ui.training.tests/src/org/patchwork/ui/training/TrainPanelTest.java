// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.ui.testing.Screenshots;

class TrainPanelTest {
  @TempDir Path folder;

  @Test
  void offersToComputeMissingFeatures() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Bench bench = new Bench(folder)) {
      TrainPanel panel = new TrainPanel(bench.shell, bench.trainer, asked::incrementAndGet);
      bench.project(false);
      bench.show();
      assertTrue(panel.messageText().contains("Compute features…"), panel.messageText());
      assertFalse(panel.trainButton().getEnabled());
      for (var child : panel.getChildren()) {
        if (child instanceof Link link) {
          link.notifyListeners(SWT.Selection, new Event());
        }
      }
      assertEquals(1, asked.get());
      bench.addFeatures(bench.open.session());
      bench.until("training is possible", () -> panel.trainButton().getEnabled());
      assertEquals("", panel.messageText());
    }
  }

  @Test
  void theButtonTrainsAndTheEndIsSaid() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TrainPanel panel = new TrainPanel(bench.shell, bench.trainer, () -> {});
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1);
      bench.label("A", LabelTable.PRESENT, 30, 31);
      bench.show();
      bench.engine.hold();
      panel.trainButton().notifyListeners(SWT.Selection, new Event());
      assertFalse(panel.trainButton().getEnabled());
      assertTrue(panel.cancelButton().getEnabled());
      bench.engine.release();
      bench.until("the run has ended", () -> !bench.trainer.running());
      assertTrue(panel.messageText().startsWith("Trained 10 epochs"), panel.messageText());
      assertTrue(panel.trainButton().getEnabled());
      assertFalse(panel.cancelButton().getEnabled());
      TrainPanel openedLater = new TrainPanel(bench.shell, bench.trainer, () -> {});
      assertEquals(panel.messageText(), openedLater.messageText());
    }
  }

  @Test
  void runsAreTrackedWhereTheUserSays() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TrainPanel panel = new TrainPanel(bench.shell, bench.trainer, () -> {});
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1);
      bench.label("A", LabelTable.PRESENT, 30, 31);
      bench.show();
      typePlace(panel, "http://not an address");
      assertTrue(panel.tracking().problemText().contains("http://localhost:5000"));
      assertEquals("", bench.trainer.tracking().place());

      Path store = folder.resolve("mlruns");
      typePlace(panel, store.toString());
      assertEquals("", panel.tracking().problemText());
      String told = bench.train().text();
      assertTrue(told.endsWith("Tracked by MLflow."), told);
      assertTrue(Files.isDirectory(store));

      Path file = Files.createFile(folder.resolve("a file"));
      typePlace(panel, file.toString());
      RunOutcome outcome = bench.train();
      assertEquals(RunOutcome.Kind.DONE, outcome.kind(), "the run is there all the same");
      assertTrue(outcome.text().contains("Not tracked by MLflow: "), outcome.text());
      Screenshots.take(bench.shell, "train-tracked");
    }
  }

  private static void typePlace(TrainPanel panel, String place) {
    panel.tracking().place().setText(place);
    panel.tracking().place().notifyListeners(SWT.DefaultSelection, new Event());
  }

  @Test
  void showsAndStoresTheSettingsOfTheProject() throws Exception {
    TrainingParameters changed =
        new TrainingParameters(
            32,
            50,
            4,
            org.patchwork.learn.Optimizer.ADAM,
            .002,
            org.patchwork.learn.Decay.NONE,
            org.patchwork.learn.SamplingStrategy.CLASS,
            false,
            0,
            0,
            org.patchwork.learn.EnsembleKind.NONE,
            5,
            .5,
            true,
            5);
    try (Bench bench = new Bench(folder)) {
      TrainPanel panel = new TrainPanel(bench.shell, bench.trainer, () -> {});
      bench.project(true);
      bench.show();
      panel.form().setValue(changed);
      assertEquals(changed, bench.trainer.parameters());
      bench.reopen();
      assertEquals(changed, panel.form().value());
    }
  }
}
