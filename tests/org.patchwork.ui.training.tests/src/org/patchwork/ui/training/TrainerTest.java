// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.project.Edit;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.StepReport;

class TrainerTest {
  @TempDir Path folder;

  private static void labelSome(Bench bench) throws Exception {
    bench.label("A", LabelTable.ABSENT, 0, 1, 2);
    bench.label("A", LabelTable.PRESENT, 30, 31, 32);
  }

  @Test
  void saysWhatIsMissingOneAfterTheOther() throws Exception {
    try (Bench bench = new Bench(folder)) {
      assertTrue(bench.trainer.obstacle().orElseThrow().contains("Open a project"));
      ProjectSession session = bench.project(false);
      assertTrue(bench.trainer.lacksFeatures());
      assertTrue(bench.trainer.obstacle().orElseThrow().contains("features"));
      assertEquals(RunOutcome.Kind.FAILED, bench.train().kind());
      bench.addFeatures(session);
      assertTrue(bench.trainer.obstacle().isEmpty());
      RunOutcome unlabelled = bench.train();
      assertEquals(RunOutcome.Kind.FAILED, unlabelled.kind());
      assertTrue(unlabelled.text().contains("Label a few images"), unlabelled.text());
      assertNull(session.predictions());
    }
  }

  @Test
  void aRunReplacesThePredictionsAndLeavesAFolder() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProjectSession session = bench.project(true);
      labelSome(bench);
      RunOutcome outcome = bench.train();
      assertEquals(RunOutcome.Kind.DONE, outcome.kind(), outcome.text());
      assertTrue(outcome.text().startsWith("Trained 10 epochs in "), outcome.text());
      assertTrue(
          outcome.text().contains("Training: accuracy 1.00 (6), mean AUC 1.00"), outcome.text());
      assertEquals(Bench.probability(7), session.predictions().probability(7, 0));
      assertEquals(1, session.runs().size());
      assertEquals(session.runs().get(0).id(), session.predictions().source());
    }
  }

  @Test
  void cancelKeepsTheOldModelAndEndsWithTheStep() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProjectSession session = bench.project(true);
      labelSome(bench);
      bench.train();
      PredictionTable old = session.predictions();
      bench.engine.hold();
      bench.trainer.train();
      assertTrue(bench.trainer.running());
      bench.until("a step is being done", bench.engine::begun);
      int begun = bench.engine.steps();
      bench.trainer.cancel();
      bench.engine.release();
      bench.until("the run has ended", () -> !bench.trainer.running());
      assertEquals(begun, bench.engine.steps(), "no step after the one that was being done");
      assertEquals(RunOutcome.Kind.CANCELLED, bench.outcomes.get(1).kind());
      assertSame(old, session.predictions());
      assertEquals(1, session.runs().size());
    }
  }

  @Test
  void aRunThatIsCancelledBeforeItBeganEnds() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.project(true);
      labelSome(bench);
      bench.trainer.train();
      bench.trainer.cancel();
      bench.until("the run has ended", () -> !bench.trainer.running());
      bench.idle();
      assertEquals(1, bench.outcomes.size());
      assertEquals(RunOutcome.Kind.CANCELLED, bench.outcomes.get(0).kind());
    }
  }

  @Test
  void aFailureKeepsTheOldModelAndIsSaid() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProjectSession session = bench.project(true);
      labelSome(bench);
      bench.train();
      PredictionTable old = session.predictions();
      bench.engine.failure = "The loss is not finite; lower the learning rate.";
      RunOutcome outcome = bench.train();
      assertEquals(new RunOutcome(RunOutcome.Kind.FAILED, bench.engine.failure), outcome);
      assertSame(old, session.predictions());
    }
  }

  @Test
  void imagesAddedAfterTheFeaturesAreNeitherTrainedNorPredicted() throws Exception {
    try (Bench bench = new Bench(folder)) {
      ProjectSession session = bench.project(true);
      labelSome(bench);
      bench.apply(new Edit.AddImages(List.of(new ImageEntry("new.png", null, null, false, false))));
      bench.label("A", LabelTable.PRESENT, Bench.IMAGES);
      assertEquals(RunOutcome.Kind.DONE, bench.train().kind());
      assertFalse(session.predictions().has(Bench.IMAGES));
      assertTrue(session.predictions().has(0));
    }
  }

  @Test
  void designAndSettingsComeBackWithTheProject() throws Exception {
    ModelDesignSpec design =
        new ModelDesignSpec("t.layer", Map.of("units", 7), "t.sigmoid", Map.of());
    TrainingParameters parameters =
        new TrainingParameters(
            8,
            20,
            3,
            org.patchwork.learn.Optimizer.MOMENTUM,
            .01,
            org.patchwork.learn.Decay.COSINE,
            org.patchwork.learn.SamplingStrategy.SQUARE_ROOT,
            true,
            .001,
            2,
            org.patchwork.learn.EnsembleKind.SEEDS,
            3,
            .25,
            false,
            99);
    try (Bench bench = new Bench(folder)) {
      bench.project(true);
      assertEquals("t.pass", bench.trainer.design().fineTuningId());
      bench.trainer.setDesign(design);
      bench.trainer.setParameters(parameters);
      bench.reopen();
      assertEquals("t.layer", bench.trainer.design().fineTuningId());
      assertEquals("7", bench.trainer.design().fineTuning().get("units"));
      assertEquals(parameters, bench.trainer.parameters());
    }
  }

  @Test
  void tellsHowFarARunIs() {
    assertEquals(
        "Step 250 of 1,000, loss 0.412, 6 s left",
        TrainJob.text(new StepReport(250, 1000, .4121, .001), 2));
  }
}
