// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.training.probe.ProbeParameters;
import org.patchwork.training.probe.ProbeParameters.Split;
import org.patchwork.training.probe.ProbeService;

class ProbePanelTest {
  @TempDir Path folder;

  @Test
  void drawsTheCurveOfEachFeatureSet() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProbePanel panel = new ProbePanel(bench.shell, bench.open, new ProbeService(), () -> {});
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, IntStream.range(0, 20).toArray());
      bench.label("A", LabelTable.PRESENT, IntStream.range(20, 40).toArray());
      assertEquals(1, panel.sets().getItemCount());
      assertTrue(panel.empty().isVisible(), panel.empty().text());
      assertTrue(panel.empty().text().startsWith("Which features"), panel.empty().text());
      assertTrue(panel.strip().start().getEnabled());
      panel.form().setValue(new ProbeParameters(10, 4, 28, Split.IMAGES, 0.3, 1, 0, 0, true, 0));
      panel.strip().start().notifyListeners(SWT.Selection, new Event());
      assertTrue(panel.running());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().startsWith("probabilities: error"), panel.strip().text());
      assertEquals(2, panel.plot().series(), "medians and experiments");
      bench.until("the curves are shown", () -> !panel.empty().isVisible());
      panel.sets().getItem(0).setChecked(false);
      panel.sets().notifyListeners(SWT.Selection, new Event());
      assertFalse(panel.strip().start().getEnabled());
      assertEquals("Choose at least one feature set.", panel.strip().text());
    }
  }

  @Test
  void saysHowManyLabelsItNeeds() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProbePanel panel = new ProbePanel(bench.shell, bench.open, new ProbeService(), () -> {});
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1);
      bench.show();
      panel.strip().start().notifyListeners(SWT.Selection, new Event());
      bench.until("it has failed", () -> panel.strip().text().contains("label at least 8"));
    }
  }
}
