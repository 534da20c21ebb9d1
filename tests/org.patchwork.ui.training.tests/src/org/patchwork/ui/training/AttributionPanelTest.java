// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.ui.Page;
import org.patchwork.ui.testing.Screenshots;

class AttributionPanelTest {
  @TempDir Path folder;

  private static AttributionPanel panel(Bench bench) {
    AttributionPanel panel =
        new AttributionPanel(bench.shell, bench.open, bench.page, bench.algorithms);
    bench.shell.setSize(720, 360);
    bench.show();
    return panel;
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (Bench bench = new Bench(folder)) {
      AttributionPanel panel = panel(bench);
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      assertFalse(panel.strip().start().getEnabled());
      bench.project(true);
      bench.until("the features are offered", () -> panel.subject().getItemCount() == 1);
      assertEquals("In use: probabilities", panel.subject().getText());
      bench.until("an image is asked for", () -> panel.strip().text().contains("in the grid"));
      bench.page.show(Page.of(new int[] {3, 4}, "test", "two images"));
      assertTrue(panel.strip().start().getEnabled());
      assertFalse(panel.apart().getEnabled(), "there is no other image");
      panel.look();
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("computed elsewhere"), panel.strip().text());
    }
  }

  @Test
  void showsWhatTheFeaturesOfARunSee() throws Exception {
    try (PretrainingBench of = new PretrainingBench(folder)) {
      Bench bench = of.bench;
      AttributionPanel panel = panel(bench);
      of.project();
      of.train();
      bench.until("the run is offered", () -> panel.subject().getItemCount() == 1);
      assertEquals("simclr", panel.subject().getText(), "there are no features in use");
      bench.page.show(Page.of(new int[] {2, 3, 5}, "test", "three images"));
      Screenshots.take(bench.shell, "attribution-empty");
      panel.look();
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().startsWith("2.png, simclr."), panel.strip().text());
      assertTrue(panel.strip().text().contains("100 %"), panel.strip().text());
      assertSame(panel.canvas(), panel.shown());
      assertEquals(3, panel.canvas().plot().tiles().size());
      Screenshots.take(bench.shell, "attribution");
    }
  }

  @Test
  void canBeStopped() throws Exception {
    try (PretrainingBench of = new PretrainingBench(folder)) {
      Bench bench = of.bench;
      AttributionPanel panel = panel(bench);
      of.project();
      of.train();
      bench.until("the run is offered", () -> panel.subject().getItemCount() == 1);
      bench.page.show(Page.of(new int[] {0}, "test", "an image"));
      bench.engine.hold();
      panel.look();
      panel.strip().cancel().notifyListeners(SWT.Selection, new Event());
      bench.engine.release();
      bench.until("it has ended", () -> !panel.running());
      assertEquals("Cancelled.", panel.strip().text());
      assertNotSame(panel.canvas(), panel.shown());
    }
  }
}
