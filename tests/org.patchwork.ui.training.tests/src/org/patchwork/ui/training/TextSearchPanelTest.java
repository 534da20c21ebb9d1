// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.pretraining.TextModel;
import org.patchwork.ui.testing.Screenshots;

class TextSearchPanelTest {
  @TempDir Path folder;

  private static TextSearchPanel panel(Bench bench) {
    return new TextSearchPanel(
        bench.shell,
        bench.open,
        bench.page,
        bench.algorithms,
        new ImageLoader(BuiltInReaders.catalog()));
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TextSearchPanel panel = panel(bench);
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(false);
      bench.until("it asks for a run", () -> panel.strip().text().contains("CLIP or LiT"));
      assertFalse(panel.strip().start().getEnabled());
    }
  }

  /** The engine of the test opens no models: the reason is said, and words can be tried again. */
  @Test
  void offersRunsThatHaveLearntTextsAndSaysWhyItFailed() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TextSearchPanel panel = panel(bench);
      bench.shell.setSize(700, 220);
      bench.show();
      Path run = bench.project(false).folder().resolve("pretraining/words");
      Files.createDirectories(run.resolve(TextModel.IMAGE_MODEL));
      Files.createDirectories(run.resolve(TextModel.TEXT_MODEL));
      Files.writeString(run.resolve(TextModel.TOKENIZER), "{}");
      Files.writeString(run.resolve("run.json"), "{}");
      bench.open.session().runsChanged();
      bench.until("the run is offered", () -> panel.run().getItemCount() == 1);
      assertEquals("words", panel.run().getText());
      assertTrue(panel.strip().text().contains("Say what"), panel.strip().text());
      panel.text().setText("a red can");
      assertTrue(panel.strip().start().getEnabled());
      Screenshots.take(bench.shell, "find");
      panel.text().notifyListeners(SWT.DefaultSelection, new Event());
      assertTrue(panel.running());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("tokenizer.json"), panel.strip().text());
      assertTrue(panel.strip().start().getEnabled());
    }
  }
}
