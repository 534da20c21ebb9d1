// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Npy;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Part;
import org.patchwork.learn.RunRecord;

class TrainingServiceTest {
  private static final Map<String, Object> QUICK =
      Map.of("epochs", 4, "batchesPerEpoch", 25, "learningRate", 0.1);

  private final LinearEngine engine = new LinearEngine();
  private final NullProgressMonitor monitor = new NullProgressMonitor();
  private long nanos;

  @TempDir private Path folder;

  private TrainingService service() {
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    return new TrainingService(
        TestAlgorithms.with(engine), InstantSource.fixed(start), () -> nanos);
  }

  @Test
  void learnsAndLeavesARunFolderThatTellsEverything() throws PatchworkException, IOException {
    TrainingData data = TestData.labeled(200);
    Path run = folder.resolve("run");

    TrainingResult result =
        service().run(TestData.spec(QUICK), data, run, TrainingListener.NONE, monitor);

    Evaluation held = Evaluation.of(data.labels(), result.predictions(), Part.VALIDATION);
    assertTrue(held.accuracy().orElseThrow() > 0.9, held::toString);
    assertEquals("run", result.predictions().source());
    RunRecord record = RunRecord.read(run);
    assertEquals(4, record.epochs().size());
    assertEquals(160, record.data().trainingRows());
    assertEquals(40, record.data().validationRows());
    assertEquals(result.record().validationMetrics(), record.validationMetrics());
    assertTrue(Files.exists(run.resolve("saved_model").resolve("classes.txt")));
    assertFalse(Files.exists(run.resolve("full_model")), "no extractor, no full model");
    try (FeatureMatrix stored = Npy.open(run.resolve("predictions.npy"))) {
      float[] row = new float[2];
      stored.read(11, row, 0);
      assertEquals(result.predictions().probability(11, 1), row[1]);
    }
    try (Stream<Path> files = Files.list(run)) {
      assertTrue(
          files.anyMatch(file -> file.getFileName().toString().startsWith("events.out.tfevents")));
    }
    assertEquals(0, engine.open.get());
  }

  @Test
  void sameSeedGivesTheSameBits() throws TrainingException {
    TrainingData data = TestData.labeled(120);

    assertArrayEquals(column(data, 5), column(data, 5));
    assertFalse(java.util.Arrays.equals(column(data, 5), column(data, 6)));
  }

  private float[] column(TrainingData data, long seed) throws TrainingException {
    Map<String, Object> parameters = Map.of("epochs", 2, "batchesPerEpoch", 10, "seed", seed);
    PredictionTable predictions =
        service().predictions(TestData.spec(parameters), data, "test", monitor);
    float[] column = new float[predictions.rows()];
    for (int row = 0; row < column.length; row++) {
      column[row] = predictions.probability(row, 0);
    }
    return column;
  }

  @Test
  void cancelBetweenBatchesLeavesNothing() throws IOException {
    TrainingListener cancel =
        new TrainingListener() {
          @Override
          public void epoch(EpochReport report) {
            monitor.setCanceled(true);
          }
        };

    assertThrows(
        OperationCanceledException.class,
        () ->
            service()
                .run(
                    TestData.spec(QUICK),
                    TestData.labeled(50),
                    folder.resolve("run"),
                    cancel,
                    monitor));
    assertEmptyFolder();
  }

  @Test
  void failingStepLeavesNothing() throws IOException {
    engine.failAtStep = 30;

    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () ->
                service()
                    .run(
                        TestData.spec(QUICK),
                        TestData.labeled(50),
                        folder.resolve("run"),
                        TrainingListener.NONE,
                        monitor));
    assertTrue(failure.getMessage().contains("not finite"));
    assertEmptyFolder();
  }

  @Test
  void existingFolderIsNotTouched() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("mine"), "keep");

    assertThrows(
        TrainingException.class,
        () ->
            service()
                .run(
                    TestData.spec(QUICK),
                    TestData.labeled(50),
                    run,
                    TrainingListener.NONE,
                    monitor));
    assertEquals("keep", Files.readString(run.resolve("mine")));
  }

  private void assertEmptyFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
    assertEquals(0, engine.open.get());
  }

  @Test
  void earlyStopKeepsTheBestEpoch() throws TrainingException {
    // Single rows at a high rate: the validation loss goes up and down.
    Map<String, Object> parameters =
        Map.of(
            "epochs",
            50,
            "batchesPerEpoch",
            5,
            "learningRate",
            0.5,
            "earlyStop",
            3,
            "batchSize",
            1);
    List<EpochReport> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epoch(EpochReport report) {
            epochs.add(report);
          }
        };

    TrainingResult result =
        service()
            .run(
                TestData.spec(parameters),
                TestData.labeled(60),
                folder.resolve("run"),
                listener,
                monitor);

    double best =
        epochs.stream()
            .mapToDouble(e -> e.epoch().validationLoss().orElseThrow())
            .min()
            .orElseThrow();
    int bestEpoch = result.record().bestEpoch();
    assertEquals(best, epochs.get(bestEpoch - 1).epoch().validationLoss().orElseThrow());
    assertEquals(best, validationLoss(result.predictions(), TestData.labeled(60)), 1e-6);
    assertEquals(RunRecord.Outcome.STOPPED_EARLY, result.record().outcome());
    assertEquals(bestEpoch + 3, epochs.size());
  }

  private static double validationLoss(PredictionTable predictions, TrainingData data) {
    double sum = 0;
    int known = 0;
    for (int row : Part.VALIDATION.rows(data.labels())) {
      for (int c = 0; c < 2; c++) {
        double p = predictions.probability(row, c);
        sum -= Math.log(data.labels().label(row, c) == LabelTable.PRESENT ? p : 1 - p);
        known++;
      }
    }
    return sum / known;
  }

  @Test
  void earlyStopWithoutValidationImagesIsRefused() {
    TrainingData data = TestData.labeled(20);
    int[] all = java.util.stream.IntStream.range(0, 20).toArray();
    TrainingData noValidation = data.withLabels(data.labels().withValidation(all, new byte[20]));

    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () ->
                service()
                    .predictions(
                        TestData.spec(Map.of("earlyStop", 2)), noValidation, "test", monitor));
    assertTrue(failure.getMessage().contains("validation"), failure.getMessage());
  }

  @Test
  void withoutLabelsTheMessageSaysWhatToDo() {
    TrainingData data = TestData.data(TestData.table(10), TestData.features(10));

    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () -> service().predictions(TestData.spec(QUICK), data, "test", monitor));
    assertTrue(failure.getMessage().contains("Label a few images"), failure.getMessage());
  }

  @Test
  void imagesWithoutFeaturesAreNeitherTrainedOnNorPredicted() throws TrainingException {
    float[] features = TestData.features(100);
    features[2 * 3] = Float.NaN;
    TrainingData whole = TestData.labeled(100);
    TrainingData data = TestData.data(whole.labels(), features);

    PredictionTable predictions =
        service().predictions(TestData.spec(QUICK), data, "test", monitor);

    assertTrue(Float.isNaN(predictions.probability(3, 0)));
    assertFalse(Float.isNaN(predictions.probability(4, 0)));
    assertFalse(predictions.has(3));
  }

  @Test
  void withoutUpdateThereAreNoPredictions() throws TrainingException {
    Map<String, Object> parameters =
        Map.of("epochs", 1, "batchesPerEpoch", 2, "updatePredictions", false);
    Path run = folder.resolve("run");

    TrainingResult result =
        service()
            .run(
                TestData.spec(parameters),
                TestData.labeled(30),
                run,
                TrainingListener.NONE,
                monitor);

    assertNull(result.predictions());
    assertFalse(Files.exists(run.resolve("predictions.npy")));
  }

  @Test
  void stepsAreReportedAtMostTenTimesASecond() throws TrainingException {
    List<StepReport> reports = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(StepReport report) {
            reports.add(report);
          }
        };
    TrainingService ticking =
        new TrainingService(
            TestAlgorithms.with(engine), InstantSource.system(), () -> nanos += 10_000_000L);

    ticking.run(
        TestData.spec(Map.of("epochs", 1, "batchesPerEpoch", 100)),
        TestData.labeled(30),
        folder.resolve("run"),
        listener,
        monitor);

    assertEquals(11, reports.size(), reports::toString); // 100 steps of 10 ms are one second
    assertEquals(100, reports.get(10).step());
  }
}
