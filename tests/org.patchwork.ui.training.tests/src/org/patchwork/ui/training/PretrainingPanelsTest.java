// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.image.augmentation.AugmentationPreset;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.ui.testing.Screenshots;

/** The views of the Feature Trainer over a trainer that learns nothing. */
class PretrainingPanelsTest {
  @TempDir private Path folder;

  private static void click(Widget widget) {
    widget.notifyListeners(SWT.Selection, new Event());
  }

  private static FeatureTrainerPanel form(PretrainingBench bench) {
    FeatureTrainerPanel panel = new FeatureTrainerPanel(bench.bench.shell, bench.trainer, () -> {});
    bench.bench.show();
    return panel;
  }

  @Test
  void theFormTellsTheTrainerWhatToDo() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      FeatureTrainerPanel panel = form(bench);
      assertFalse(panel.trainButton().isEnabled());
      assertTrue(panel.messageText().startsWith("Open a project"), panel.messageText());
      bench.project();
      bench.bench.idle();
      assertTrue(panel.trainButton().isEnabled());
      panel.method().choose(1);
      assertEquals("t.vicreg", bench.trainer.spec().trainer());
      assertTrue(bench.trainer.spec().trainerParameters().containsKey("covariance"));
      panel.parameters().setValue(new PretrainingParameters());
      assertEquals(10, bench.trainer.spec().parameters().epochs());
      panel.nameText().setText("../x");
      assertFalse(panel.trainButton().isEnabled());
      assertTrue(panel.messageText().contains("letters"), panel.messageText());
      panel.nameText().setText("mine");
      assertTrue(panel.trainButton().isEnabled());
      Screenshots.take(bench.bench.shell, "feature-trainer");
    }
  }

  @Test
  void everyMethodOfTheProductHasAForm() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      List<Contribution<Trainer<?>>> methods = ShippedTrainers.all();
      assertTrue(methods.size() > 10, methods.toString());
      AlgorithmSection<Trainer<?>> section =
          new AlgorithmSection<>(bench.bench.shell, "Method", new Catalog<>(methods), () -> {});
      bench.bench.show();
      for (int i = 0; i < methods.size(); i++) {
        section.choose(i);
        assertEquals(methods.get(i).id(), section.id());
        assertTrue(section.problem().isEmpty(), methods.get(i).id() + section.problem());
        assertTrue(methods.get(i).paper().startsWith("https://"), methods.get(i).id());
        assertTrue(methods.get(i).description().length() > 60, methods.get(i).description());
      }
    }
  }

  @Test
  void theButtonsFollowTheRun() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      FeatureTrainerPanel panel = form(bench);
      bench.project();
      bench.trainAndHold();
      assertFalse(panel.trainButton().isEnabled());
      assertTrue(panel.stopButton().isEnabled());
      assertFalse(panel.resumeButton().isEnabled());
      click(panel.stopButton());
      bench.release();
      bench.idle();
      bench.bench.until("it can go on", () -> panel.resumeButton().isEnabled());
      assertTrue(panel.messageText().startsWith("Stopped."), panel.messageText());
      Screenshots.take(bench.bench.shell, "feature-trainer-stopped");
      click(panel.resumeButton());
      bench.idle();
      bench.bench.until("it is done", () -> panel.messageText().startsWith("Finished."));
      assertFalse(panel.stopButton().isEnabled());
    }
  }

  @Test
  void theCurvesAreLiveAndThenThoseOfTheRecord() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      PretrainingCurvesPanel panel = new PretrainingCurvesPanel(bench.bench.shell, bench.trainer);
      bench.bench.show();
      assertTrue(panel.empty().text().startsWith("Open a project"), panel.empty().text());
      bench.project();
      bench.trainAndHold();
      bench.bench.until("the untrained network is judged", () -> panel.probePoints() == 1);
      assertTrue(panel.showsCurves());
      bench.release();
      bench.idle();
      bench.bench.until("all epochs are there", () -> panel.probePoints() == 3);
      assertEquals(2, panel.meanPoints(), "the untrained network has no loss");
      bench.bench.until(
          "every step is drawn", () -> panel.stepPoints() == 2 * PretrainingBench.STEPS_PER_EPOCH);
      assertTrue(panel.titleText().startsWith("simclr. Epoch 2"), panel.titleText());
      Screenshots.take(bench.bench.shell, "pretraining-curves");
      panel.measure().select(panel.measure().indexOf("output_std"));
      click(panel.measure());
      assertEquals(2, panel.meanPoints());
      panel.measure().select(panel.measure().getItemCount() - 1);
      click(panel.measure());
      assertEquals(3, panel.meanPoints(), "the check knows the untrained network, too");
    }
  }

  @Test
  void runsAreComparedAndTheirFeaturesUsed() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      PretrainingRunsPanel panel =
          new PretrainingRunsPanel(bench.bench.shell, bench.trainer, bench.bench.open);
      bench.bench.show();
      bench.project();
      bench.train();
      bench.trainer.setSpec(PretrainingBench.spec(3));
      bench.train();
      bench.bench.until(
          "both are listed",
          () ->
              panel.list().table().getItemCount() == 2
                  && panel.list().table().getItem(0).getText(5).equals("3 of 3"));
      assertEquals("simclr-2", panel.list().table().getItem(0).getText(0));
      assertEquals("100.0 %", panel.list().table().getItem(0).getText(2));
      assertEquals(2, panel.comparison().curves());
      assertEquals(4, panel.comparison().points(1));
      panel.list().table().setSelection(1);
      click(panel.list().table());
      assertEquals("simclr", bench.trainer.shown().name());
      click(panel.useButton());
      bench.idle();
      bench.bench.until(
          "it is in use", () -> panel.list().table().getItem(1).getText(1).equals("in use"));
      assertEquals("", panel.messageText());
      Screenshots.take(bench.bench.shell, "pretraining-runs");
      panel.list().table().setSelection(new int[] {0, 1});
      click(panel.list().table());
      assertFalse(panel.useButton().isEnabled(), "one at a time");
      assertEquals(2, panel.comparison().curves());
      panel.list().table().setSelection(1);
      click(panel.list().table());
      click(panel.settingsButton());
      assertEquals(2, bench.trainer.spec().parameters().epochs());
    }
  }

  private void draw(String run, String name, int side) throws Exception {
    Path file =
        folder.resolve("project/pretraining").resolve(run).resolve("pictures").resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  @Test
  void picturesOfARunAreShownByEpoch() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      PretrainingPicturesPanel panel =
          new PretrainingPicturesPanel(bench.bench.shell, bench.trainer);
      bench.bench.show();
      bench.project();
      bench.train();
      bench.bench.until("there are none", () -> panel.empty().text().contains("no pictures"));
      draw("simclr", "epoch-000-kernels.png", 3);
      draw("simclr", "epoch-002-kernels.png", 5);
      draw("simclr", "epoch-001-confusion-matrix.png", 7);
      draw("simclr", "notes.png", 9);
      bench.bench.open.session().runsChanged();
      bench.bench.until("one is shown", () -> panel.canvas().pictureSize() != null);
      assertEquals(2, panel.names().getItemCount());
      assertEquals("Confusion matrix", panel.names().getText());
      assertEquals(2, panel.epochs().getSelection());
      panel.names().select(1);
      click(panel.names());
      until(bench, panel, 5);
      assertEquals("simclr, after epoch 2", panel.captionText());
      panel.epochs().setSelection(1);
      click(panel.epochs());
      until(bench, panel, 3);
      assertEquals("simclr, untrained", panel.captionText());
      Screenshots.take(bench.bench.shell, "pretraining-pictures");
    }
  }

  private static void until(PretrainingBench bench, PretrainingPicturesPanel panel, int side) {
    bench.bench.until(
        "the picture of " + side + " pixels is shown",
        () -> {
          Rectangle size = panel.canvas().pictureSize();
          return size != null && size.width == side;
        });
  }

  /** The augmentation of the next run over a new project, with something to see. */
  private static AugmentationPanel preview(PretrainingBench bench) throws Exception {
    AugmentationPanel panel =
        new AugmentationPanel(
            bench.bench.shell,
            bench.bench.open,
            bench.bench.page,
            bench.trainer.augmentations(),
            new PretrainingAugmentation(bench.trainer));
    bench.project();
    bench.bench.show();
    bench.bench.until("the preview is there", () -> panel.canvas().plot() != null);
    return panel;
  }

  @Test
  void theAugmentationIsChosenWithAPreview() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      AugmentationPanel panel = preview(bench);
      assertEquals("None", panel.form().preset().getText());
      assertEquals(8, panel.canvas().plot().tiles().getFirst().width(), "as the network sees it");
      panel.form().preset().select(AugmentationPreset.SIMCLR.ordinal());
      click(panel.form().preset());
      assertEquals("simclr", bench.trainer.spec().parameters().augmentation());
      panel.form().set("rot90", true, null);
      assertTrue(
          bench.trainer.spec().parameters().augmentation().contains("rot90=1"),
          bench.trainer.spec().parameters().augmentation());
      bench.bench.until("it is seen", () -> !panel.messageText().isEmpty());
      Screenshots.take(bench.bench.shell, "pretraining-augmentation");
      bench.trainer.setSpec(PretrainingBench.spec(1));
      assertEquals("None", panel.form().preset().getText());
    }
  }

  /** With DetCon the preview shows the segments of some images, and counts those without enough. */
  @Test
  void segmentsAreSeenWhereTheMethodHasSome() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      AugmentationPanel panel = preview(bench);
      PretrainingSpec before = bench.trainer.spec();
      bench.trainer.setSpec(
          new PretrainingSpec(
              "t.detcon",
              Map.of("segments", 4),
              before.network(),
              before.networkParameters(),
              before.parameters()));
      bench.bench.until(
          "segments are counted", () -> panel.messageText().startsWith("32 of 32 images"));
      assertEquals(5 * 4, panel.canvas().plot().tiles().size());
      Screenshots.take(bench.bench.shell, "pretraining-segments");
      bench.trainer.setSpec(before);
      bench.bench.until("variants are back", () -> panel.messageText().endsWith(".png"));
    }
  }
}
