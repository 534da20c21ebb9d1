// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.image.augmentation.AugmentationPreset;
import org.patchwork.project.ProjectAugmentation;

class AugmentationPanelTest {
  @TempDir Path folder;

  private static AugmentationPanel panel(Bench bench) {
    return new AugmentationPanel(
        bench.shell, bench.open, bench.page, bench.algorithms.augmentations());
  }

  private void writeImages(int... numbers) throws Exception {
    for (int number : numbers) {
      BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 400; i++) {
        image.setRGB(i % 20, i / 20, (i * 7 + number) * 0x010305);
      }
      ImageIO.write(image, "png", folder.resolve("project").resolve(number + ".png").toFile());
    }
  }

  @Test
  void showsTheDefaultSetOnTheFirstImage() throws Exception {
    try (Bench bench = new Bench(folder)) {
      AugmentationPanel panel = panel(bench);
      assertEquals("Open a project to augment its images.", panel.messageText());
      bench.project(false);
      writeImages(0);
      bench.show();
      bench.until("the preview is there", () -> panel.canvas().plot() != null);
      assertEquals(16, panel.canvas().plot().tiles().size());
      assertEquals("Default", panel.form().preset().getText());
      assertTrue(panel.messageText().endsWith("0.png"), panel.messageText());
    }
  }

  @Test
  void aChangeIsStoredAndSeen() throws Exception {
    try (Bench bench = new Bench(folder)) {
      AugmentationPanel panel = panel(bench);
      bench.project(false);
      writeImages(0);
      bench.show();
      bench.until("the preview is there", () -> panel.canvas().plot() != null);
      AugmentationPlot before = panel.canvas().plot();
      panel.form().preset().select(AugmentationPreset.NONE.ordinal());
      panel.form().preset().notifyListeners(SWT.Selection, new Event());
      panel.form().set("solarize", true, "1");
      assertEquals("Own choice", panel.form().preset().getText());
      bench.until("it is shown", () -> panel.canvas().plot() != before);
      bench.until(
          "it is stored",
          () ->
              ProjectAugmentation.of(bench.open.session().model())
                  .strengths()
                  .equals(Map.of("solarize", 1.0)));
      bench.reopen();
      bench.until("it is read", () -> panel.form().value().strengths().size() == 1);
    }
  }

  @Test
  void whatDoesNotFitIsSaidAndNotStored() throws Exception {
    try (Bench bench = new Bench(folder)) {
      AugmentationPanel panel = panel(bench);
      bench.project(false);
      bench.show();
      panel.form().set("zoom_scale", true, "7");
      assertTrue(panel.form().problem().orElseThrow().contains("from 0 to 1"));
      panel.form().set("zoom_scale", true, "a lot");
      assertTrue(panel.form().problem().orElseThrow().contains("is no number"));
      assertEquals(
          0.2, ProjectAugmentation.of(bench.open.session().model()).strengths().get("zoom_scale"));
    }
  }

  @Test
  void anImageThatCannotBeReadIsNamed() throws Exception {
    try (Bench bench = new Bench(folder)) {
      AugmentationPanel panel = panel(bench);
      bench.project(false);
      bench.show();
      bench.until("it is said", () -> panel.messageText().contains("does not exist"));
      assertNull(panel.canvas().plot());
    }
  }

  @Test
  void unlabelledImagesAndLiveExtractorAreChosenInTheTrainView() throws Exception {
    try (Bench bench = new Bench(folder)) {
      TrainPanel panel = new TrainPanel(bench.shell, bench.trainer, () -> {});
      bench.project(true);
      bench.label("A", (byte) 1, 1);
      bench.show();
      LiveSection live = panel.live();
      assertTrue(live.reasonText().startsWith("With stored features"), live.reasonText());
      live.loss().choose(1); // two views; the first entry is none
      assertEquals(1, live.unlabelled().value().unlabelledWeight());
      assertTrue(bench.trainer.obstacle().orElseThrow().contains("switch the live extractor on"));
      live.loss().choose(2);
      assertTrue(bench.trainer.obstacle().isEmpty());
      assertEquals("t.sure", bench.trainer.livePlan().semiSupervisedId());
      live.live().setValue(new org.patchwork.learn.LiveParameters(true, "simclr", 2, 0.5));
      assertNotEquals("", live.reasonText());
      assertFalse(live.reasonText().startsWith("With stored"));
      bench.until(
          "it is stored",
          () -> "true".equals(bench.open.session().model().getPlan().getLive().map().get("live")));
      bench.reopen();
      assertEquals("simclr", bench.trainer.livePlan().live().augmentation());
      assertEquals("t.sure", live.loss().id());
      live.loss().choose(0);
      bench.until(
          "it is off for the command line, too",
          () ->
              "0.0"
                  .equals(
                      bench
                          .open
                          .session()
                          .model()
                          .getPlan()
                          .getUnlabelled()
                          .map()
                          .get("unlabelledWeight")));
    }
  }
}
