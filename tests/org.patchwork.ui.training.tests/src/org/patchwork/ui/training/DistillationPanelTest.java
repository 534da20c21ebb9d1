// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.project.Edit;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.ui.testing.Screenshots;

class DistillationPanelTest {
  @TempDir Path folder;

  private static DistillationPanel panel(Bench bench) {
    DistillationPanel panel =
        new DistillationPanel(
            bench.shell,
            bench.open,
            bench.page,
            new DistillationService(bench.algorithms, BuiltInNetworks.catalog()),
            new ImageLoader(BuiltInReaders.catalog()));
    panel
        .form()
        .setValue(
            ParameterSchema.of(DistillationParameters.class)
                .create(java.util.Map.of("epochs", 3, "batchSize", 10, "size", 8)));
    return panel;
  }

  /** Images that are the brighter the higher their number. */
  private static void writeImages(Path project) throws Exception {
    for (int i = 0; i < Bench.IMAGES; i++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      int grey = Math.round(255 * Bench.probability(i));
      for (int p = 0; p < 64; p++) {
        image.setRGB(p % 8, p / 8, grey << 16 | (255 - grey) << 8 | grey);
      }
      Path file = project.resolve(i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
  }

  private static void press(Widget button) {
    button.notifyListeners(SWT.Selection, new Event());
  }

  private static void labelAndTrain(Bench bench) throws Exception {
    bench.project(true);
    writeImages(bench.open.session().folder());
    bench.label("A", LabelTable.ABSENT, 0, 1, 2, 3);
    bench.label("A", LabelTable.PRESENT, 36, 37, 38, 39);
    bench.apply(new Edit.SetValidation(new int[] {1, 3, 36, 38}, true));
    bench.train();
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DistillationPanel panel = panel(bench);
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(true);
      bench.until("it asks for a run", () -> panel.strip().text().contains("train a model"));
      assertFalse(panel.strip().start().getEnabled());
    }
  }

  @Test
  void theStudentTakesTheTeachersPlace() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DistillationPanel panel = panel(bench);
      bench.shell.setSize(900, 620);
      bench.show();
      labelAndTrain(bench);
      bench.until("there is a teacher", () -> panel.strip().start().getEnabled());
      String teacher = panel.teacher().chosen().orElseThrow().id();
      assertTrue(panel.teacher().combo().getText().endsWith("(in use)"));
      press(panel.strip().start());
      assertTrue(panel.running());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("decides like " + teacher), panel.strip().text());
      assertEquals(3, panel.progress().epochs());
      String source = bench.open.session().predictions().source();
      assertTrue(source.endsWith("distil"), source);
      Screenshots.take(bench.shell, "distillation");
      assertEquals(
          teacher, panel.teacher().chosen().orElseThrow().id(), "the teacher stays chosen");

      panel.progress().table().select(0);
      Event event = new Event();
      event.item = panel.progress().table().getItem(0);
      panel.progress().table().notifyListeners(SWT.Selection, event);
      assertArrayEquals(new int[] {3, 36}, bench.page.page().rows());
    }
  }

  @Test
  void cancellingLeavesThePredictionsAsTheyWere() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DistillationPanel panel = panel(bench);
      bench.show();
      labelAndTrain(bench);
      bench.until("there is a teacher", () -> panel.strip().start().getEnabled());
      String before = bench.open.session().predictions().source();
      bench.engine.hold();
      press(panel.strip().start());
      bench.until("it says how far it is", () -> panel.strip().cancel().getEnabled());
      press(panel.strip().cancel());
      bench.engine.release();
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().startsWith("Stopped"), panel.strip().text());
      assertEquals(before, bench.open.session().predictions().source());
      assertEquals(1, bench.open.session().runs().size());
    }
  }

  @Test
  void aFailureIsSaidWithItsReason() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DistillationPanel panel = panel(bench);
      bench.show();
      labelAndTrain(bench);
      bench.until("there is a teacher", () -> panel.strip().start().getEnabled());
      bench.engine.failure = "The loss became NaN. Lower the learning rate.";
      press(panel.strip().start());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("Lower the learning rate"), panel.strip().text());
    }
  }
}
