// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ParameterSchema;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.pretraining.PretrainingStep;
import org.patchwork.pretraining.networks.BuiltInNetworks;

class FeatureTrainerTest {
  @TempDir private Path folder;

  @Test
  void aRunIsMeasuredListedAndLookedAt() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      List<Double> shares = new ArrayList<>();
      bench.trainer.addListener(
          new FeatureTrainerListener() {
            @Override
            public void progressed(double share, String text) {
              shares.add(share);
            }
          });
      bench.train();
      assertTrue(bench.trainer.message().startsWith("Finished. Epoch 2"), bench.trainer.message());
      bench.bench.until(
          "it is listed",
          () -> bench.trainer.shown() != null && !bench.trainer.shown().unfinished());
      PretrainingRun run = bench.trainer.shown();
      assertEquals("simclr", run.name());
      assertEquals(3, run.epochs().size());
      assertEquals(1.0, run.last().orElseThrow().check().probeAccuracy(), "red is not green");
      assertEquals(2 * PretrainingBench.STEPS_PER_EPOCH, bench.trainer.course().epochs().length);
      assertTrue(shares.stream().allMatch(share -> share >= 0 && share <= 1), shares.toString());
    }
  }

  @Test
  void aSecondRunGetsANameOfItsOwn() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.train();
      bench.train();
      bench.trainer.setName("mine");
      bench.train();
      bench.bench.until("all are listed", () -> bench.trainer.runs().size() == 3);
      assertTrue(Files.exists(folder.resolve("project/pretraining/simclr-2/run.json")));
      assertTrue(Files.exists(folder.resolve("project/pretraining/mine/run.json")));
    }
  }

  /** Method, network and all settings are those of the project when it is opened again. */
  @Test
  void theFormIsKeptInTheProject() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      PretrainingSpec chosen =
          new PretrainingSpec(
              "t.vicreg",
              Map.of("covariance", 3.5),
              BuiltInNetworks.catalog().require("resnet18").id(),
              Map.of("widthMultiplier", 0.5),
              ParameterSchema.of(PretrainingParameters.class)
                  .create(Map.of("epochs", 7, "augmentation", "simclr", "schedule", "constant")));
      bench.trainer.setSpec(PretrainingBench.spec(3));
      bench.trainer.setSpec(chosen);
      bench.bench.open.close().get(); // waits for what is being written
      bench.bench.idle();
      bench.trainer.setSpec(PretrainingBench.spec(1)); // of no project
      bench.bench.reopen();
      bench.bench.until("it is opened", () -> bench.trainer.spec().parameters().epochs() == 7);
      PretrainingSpec found = bench.trainer.spec();
      assertEquals("t.vicreg", found.trainer());
      assertEquals(3.5, found.trainerParameters().get("covariance"));
      assertEquals(chosen.network(), found.network());
      assertEquals(0.5, found.networkParameters().get("widthMultiplier"));
      assertEquals(chosen.parameters(), found.parameters());
      FeatureTrainer another =
          new FeatureTrainer(
              bench.bench.display,
              bench.bench.open,
              bench.bench.algorithms,
              InstantSource.system());
      assertEquals(found, another.spec(), "after a restart of the workbench");
    }
  }

  @Test
  void aStoppedRunGoesOn() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.trainAndHold();
      assertEquals("simclr", bench.trainer.training());
      bench.trainer.stop();
      bench.release();
      bench.idle();
      assertEquals("Stopped. Resume goes on from there.", bench.trainer.message());
      bench.bench.until("it is listed as stopped", () -> bench.trainer.shown() != null);
      assertTrue(bench.trainer.resumeObstacle().isEmpty());
      assertFalse(bench.trainer.featureObstacle().isEmpty(), "it has learned nothing yet");
      bench.trainer.resume();
      bench.idle();
      bench.bench.until("it is finished", () -> !bench.trainer.shown().unfinished());
      assertEquals(1, bench.trainer.runs().size());
      assertFalse(bench.trainer.resumeObstacle().isEmpty());
    }
  }

  @Test
  void featuresOfARunAreUsedByOneCall() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.train();
      bench.bench.until("it is listed", () -> bench.trainer.shown() != null);
      bench.bench.until("features can be made", () -> bench.trainer.featureObstacle().isEmpty());
      bench.trainer.useFeatures();
      bench.idle();
      assertEquals("simclr-epoch2", bench.bench.open.session().activeFeatures().id());
      assertTrue(bench.trainer.message().contains("are in use now"), bench.trainer.message());
    }
  }

  @Test
  void aFailureIsSaid() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.bench.engine.failure = "The loss is not a number. Take a lower learning rate.";
      bench.train();
      assertTrue(bench.trainer.failed());
      assertEquals(bench.bench.engine.failure, bench.trainer.message());
      assertNull(bench.trainer.training());
    }
  }

  @Test
  void closingTheProjectStopsTheRun() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.trainAndHold();
      bench.release();
      bench.bench.open.close().get();
      bench.idle();
      assertTrue(bench.trainer.runs().isEmpty());
      assertTrue(bench.trainer.obstacle().orElseThrow().startsWith("Open a project"));
    }
  }

  @Test
  void whatIsInTheWayIsSaid() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      assertTrue(bench.trainer.obstacle().orElseThrow().startsWith("Open a project"));
      bench.project();
      assertTrue(bench.trainer.obstacle().isEmpty());
      bench.trainer.setName("a/b");
      assertTrue(bench.trainer.obstacle().orElseThrow().contains("letters"));
      bench.trainer.train();
      assertFalse(bench.trainer.busy());
    }
  }

  @Test
  void deletingARunLeavesItsFeatures() throws Exception {
    try (PretrainingBench bench = new PretrainingBench(folder)) {
      bench.project();
      bench.train();
      bench.bench.until("it can be used", () -> bench.trainer.featureObstacle().isEmpty());
      bench.trainer.useFeatures();
      bench.idle();
      bench.trainer.delete("simclr");
      bench.idle();
      bench.bench.until("it is gone", () -> bench.trainer.runs().isEmpty());
      assertNull(bench.trainer.shown());
      assertEquals("simclr-epoch2", bench.bench.open.session().activeFeatures().id());
    }
  }

  @Test
  void aLongCourseIsThinned() {
    MeasuredCourse course = new MeasuredCourse();
    int steps = 10_000;
    for (int step = 1; step <= steps; step++) {
      course.add(new PretrainingStep(step, 100, steps, List.of("loss"), new double[] {step}));
    }
    double[] at = course.epochs();
    double[] loss = course.values("loss");
    assertTrue(at.length > 200 && at.length < 512, "points: " + at.length);
    for (int i = 0; i < at.length; i++) {
      assertEquals(100 * at[i], loss[i], 1e-6, "a point is the mean of neighbouring steps");
    }
    assertEquals(0, course.values("other").length);
  }
}
