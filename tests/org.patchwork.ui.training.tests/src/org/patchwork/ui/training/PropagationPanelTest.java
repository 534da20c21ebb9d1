// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.training.propagation.PropagationService;

class PropagationPanelTest {
  @TempDir Path folder;

  private static PropagationPanel panel(Bench bench, Runnable computeFeatures) {
    return new PropagationPanel(
        bench.shell,
        bench.open,
        bench.page,
        bench.trainer,
        new PropagationService(),
        computeFeatures);
  }

  private static void press(org.eclipse.swt.widgets.Widget button) {
    button.notifyListeners(SWT.Selection, new Event());
  }

  private static void labelEnds(Bench bench) throws Exception {
    bench.label("A", LabelTable.ABSENT, 0, 1);
    bench.label("A", LabelTable.PRESENT, 38, 39);
    bench.label("B", LabelTable.PRESENT, 0);
  }

  @Test
  void saysWhatIsMissingAndOffersFeatures() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (Bench bench = new Bench(folder)) {
      PropagationPanel panel = panel(bench, asked::incrementAndGet);
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(false);
      assertTrue(panel.strip().text().contains("Compute features…"), panel.strip().text());
      assertFalse(panel.strip().start().getEnabled());
      bench.addFeatures(bench.open.session());
      bench.until("propagation is possible", () -> panel.strip().start().getEnabled());
    }
  }

  /** T9: whoever looks at the project's predictions sees the new ones. */
  @Test
  void updatesThePredictionsOfTheProjectLikeARun() throws Exception {
    try (Bench bench = new Bench(folder)) {
      PropagationPanel panel = panel(bench, () -> {});
      bench.project(true);
      labelEnds(bench);
      bench.show();
      press(panel.strip().start());
      assertTrue(panel.running());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(
          panel.strip().text().startsWith("Labels of 4 images reached 40 of 40"),
          panel.strip().text());
      bench.until("the histogram is there", () -> panel.histogram().histogram() != null);
      PredictionTable predictions = bench.open.session().predictions();
      assertTrue(predictions.complete());
      assertTrue(predictions.probability(3, 0) < 0.5f && predictions.probability(36, 0) > 0.5f);
      Path graph = bench.open.session().folder().resolve("graph").resolve("probabilities");
      assertTrue(Files.exists(graph.resolve("graph.json")));
      assertEquals(1, bench.open.session().runs().size());

      press(panel.strip().start());
      bench.until("it has ended again", () -> !panel.running());
      assertTrue(panel.strip().text().contains("kept from before"), panel.strip().text());

      assertEquals(
          bench.open.session().predictions().source(), bench.reopen().predictions().source());
    }
  }

  @Test
  void saysWhyItFailedAndKeepsThePredictions() throws Exception {
    try (Bench bench = new Bench(folder)) {
      PropagationPanel panel = panel(bench, () -> {});
      bench.project(true);
      bench.show();
      press(panel.strip().start());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("No image with features is labelled"));
      assertNull(bench.open.session().predictions());
      assertTrue(bench.open.session().runs().isEmpty());
      assertTrue(panel.strip().start().getEnabled());
    }
  }
}
