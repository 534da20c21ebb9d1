// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.EpochRecord;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.training.LinearEngine;
import org.patchwork.training.StepReport;
import org.patchwork.training.TestAlgorithms;
import org.patchwork.training.runs.RunRestoration;
import org.patchwork.training.runs.TrainedRun;

/** A student of images that are all of one grey: class a is bright, class b is dark. */
class DistillationServiceTest {
  private static final int IMAGES = 60;
  private static final int HELD = 12;

  @TempDir private Path folder;
  private final LinearEngine engine = new LinearEngine();

  private static float grey(int row) {
    return row % 10 / 9f;
  }

  /** Labels for the last twelve images, which are held out; the teacher knows all others. */
  private static DistillationData data(int unreadable) {
    int[] held = IntStream.range(IMAGES - HELD, IMAGES).toArray();
    byte[] bright = new byte[HELD];
    byte[] dark = new byte[HELD];
    byte[] ones = new byte[HELD];
    for (int i = 0; i < HELD; i++) {
      bright[i] = grey(held[i]) > 0.5f ? LabelTable.PRESENT : LabelTable.ABSENT;
      dark[i] = grey(held[i]) > 0.5f ? LabelTable.ABSENT : LabelTable.PRESENT;
      ones[i] = 1;
    }
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a", "b"))
            .withRows(
                IntStream.range(0, IMAGES).mapToObj(row -> row + ".png").toList(),
                IntStream.range(0, IMAGES).mapToObj(row -> "").toList())
            .withLabels(0, held, bright)
            .withLabels(1, held, dark)
            .withValidation(held, ones);
    float[][] says = new float[2][IMAGES];
    for (int row = 0; row < IMAGES; row++) {
      says[0][row] = grey(row) > 0.5f ? 0.9f : 0.1f;
      says[1][row] = 1 - says[0][row];
    }
    return new DistillationData(
        labels,
        List.of("Bright", "Dark"),
        new Greys(unreadable),
        255,
        new PredictionTable(List.of("a", "b"), says, "teacher run", false));
  }

  private static DistillationSpec spec(Map<String, Object> parameters) {
    Map<String, Object> all = new java.util.HashMap<>();
    all.putAll(Map.of("epochs", 30, "batchSize", 8, "size", 8, "channels", 1));
    all.put("learningRate", 0.02);
    all.putAll(parameters);
    return new DistillationSpec(
        "student", "plain", Map.of(), ParameterSchema.of(DistillationParameters.class).create(all));
  }

  private DistillationService service() {
    return new DistillationService(
        TestAlgorithms.with(engine), Catalog.<EncoderNetwork<?>>of(Map.of("plain", new Plain())));
  }

  private DistillationResult run(DistillationData data, Map<String, Object> parameters)
      throws TrainingException {
    return service()
        .run(
            spec(parameters),
            data,
            folder.resolve("run"),
            DistillationListener.NONE,
            new NullProgressMonitor());
  }

  @Test
  void theStudentLearnsWhatTheTeacherSays() throws TrainingException {
    DistillationResult result = run(data(-1), Map.of());
    List<StudentEpoch> epochs = result.distillation().epochs();
    assertEquals(30, epochs.size());
    StudentEpoch last = epochs.get(29);
    assertEquals(HELD, last.checked());
    assertEquals(1, last.agreement(), "decides as the teacher does");
    assertEquals(1, last.accuracy(), "by labels nobody trained on");
    assertEquals(1, last.classes().get(0).auc());
    assertEquals(30 * (48 / 8), last.steps());
    assertEquals(0, engine.open.get(), "models left open");
  }

  @Test
  void theRunIsARunLikeEveryOther() throws PatchworkException {
    DistillationResult result = run(data(-1), Map.of());
    Path run = result.folder();
    RunRecord record = RunRecord.read(run);
    assertEquals(IMAGES - HELD, record.data().trainingRows());
    assertEquals(HELD, record.data().validationRows());
    assertEquals(1, record.validationMetrics().accuracy().orElseThrow());
    assertEquals("teacher run", record.design().fineTuning().get("teacher"));
    PredictionTable read = RunPredictions.read(run).orElseThrow();
    assertEquals("run", read.source());
    assertTrue(read.complete(), "held-out images are predicted, too");
    assertEquals(result.predictions().probability(59, 0), read.probability(59, 0));
    assertTrue(
        RunRestoration.read(new TrainedRun("run", run, record)).design().isEmpty(),
        "there is no head to design anew");
    assertEquals(result.distillation(), DistillationRecord.read(run).orElseThrow());
  }

  @Test
  void itLeavesModelCurvesAndPictures() throws TrainingException, IOException {
    Path run = run(data(-1), Map.of("epochs", 2)).folder();
    assertEquals(
        List.of("Bright", "Dark"), Files.readAllLines(run.resolve("full_model/classes.txt")));
    assertTrue(Files.isRegularFile(run.resolve("pictures/epoch-002-worst.png")));
    try (Stream<Path> files = Files.list(run)) {
      assertTrue(files.anyMatch(file -> file.getFileName().toString().contains("tfevents")));
    }
  }

  @Test
  void theWorstAreThoseNearestToTheBoundary() throws TrainingException {
    List<WorstPrediction> worst = run(data(-1), Map.of()).distillation().worst();
    assertEquals("Bright", worst.get(0).className());
    assertEquals(grey(4), grey(worst.get(0).negative().row()), "the brightest dark image");
    assertEquals(grey(5), grey(worst.get(0).positive().row()), "the darkest bright image");
  }

  @Test
  void equalSeedsGiveEqualStudents() throws TrainingException {
    float[] first = column(run(data(-1), Map.of("seed", 3)).predictions());
    service()
        .run(
            spec(Map.of("seed", 4)),
            data(-1),
            folder.resolve("other"),
            DistillationListener.NONE,
            new NullProgressMonitor());
    DistillationResult again =
        service()
            .run(
                spec(Map.of("seed", 3)),
                data(-1),
                folder.resolve("again"),
                DistillationListener.NONE,
                new NullProgressMonitor());
    assertArrayEquals(first, column(again.predictions()));
  }

  private static float[] column(PredictionTable table) {
    float[] column = new float[IMAGES];
    for (int row = 0; row < IMAGES; row++) {
      column[row] = table.probability(row, 0);
    }
    return column;
  }

  @Test
  void anImageThatCannotBeReadIsNamedAndNotPredicted() throws TrainingException {
    DistillationResult result = run(data(7), Map.of());
    assertEquals(List.of("7.png is damaged"), result.distillation().unreadable());
    assertFalse(result.predictions().has(7));
    assertTrue(result.predictions().has(8));
  }

  @Test
  void aStudentThatWasCancelledGoesOnBitForBit() throws TrainingException, IOException {
    DistillationResult whole = run(data(-1), Map.of());
    assertEquals(0, whole.resumed());
    Path other = Files.createDirectory(folder.resolve("other"));
    cancelAfterEpoch(3, other);
    try (Stream<Path> files = Files.list(other)) {
      assertEquals(List.of(other.resolve(".student.student")), files.toList());
    }
    assertEquals(0, engine.open.get(), "models left open");
    DistillationResult second = run(Map.of(), other);
    assertEquals(3 * 6, second.resumed());
    assertArrayEquals(column(whole.predictions()), column(second.predictions()));
    assertEquals(figures(whole), figures(second));
    assertEquals(
        whole.record().epochs().stream().map(EpochRecord::trainingLoss).toList(),
        second.record().epochs().stream().map(EpochRecord::trainingLoss).toList());
    try (Stream<Path> files = Stream.concat(Files.list(other), Files.list(second.folder()))) {
      assertTrue(
          files
              .map(file -> file.getFileName().toString())
              .noneMatch(name -> name.matches("[.].*|unfinished.*|checkpoint.*")));
    }
    assertEquals(0, run(Map.of(), Files.createDirectory(folder.resolve("third"))).resumed());
  }

  /** As after a kill: nothing could be kept since the last epoch was over. */
  @Test
  void aStudentThatBrokeOffGoesOnFromItsLastEpoch() throws TrainingException {
    DistillationResult whole = run(data(-1), Map.of());
    Path other = folder.resolve("other");
    engine.failAtStep = 20;
    assertThrows(TrainingException.class, () -> run(Map.of(), other));
    engine.failAtStep = -1;
    List<Integer> heard = new ArrayList<>();
    DistillationListener listener =
        new DistillationListener() {
          @Override
          public void epoch(StudentEpoch epoch, List<WorstPrediction> worst) {
            heard.add(epoch.epoch());
          }
        };
    DistillationResult second =
        service()
            .run(
                spec(Map.of()),
                data(-1),
                other.resolve("run"),
                listener,
                new NullProgressMonitor());
    assertEquals(18, second.resumed());
    assertEquals(IntStream.rangeClosed(1, 30).boxed().toList(), heard);
    assertArrayEquals(column(whole.predictions()), column(second.predictions()));
    assertEquals(figures(whole), figures(second));
  }

  @Test
  void otherSettingsBeginAnew() throws TrainingException {
    Path other = folder.resolve("other");
    cancelAfterEpoch(2, other);
    DistillationResult changed = run(Map.of("seed", 5), other);
    assertEquals(0, changed.resumed());
    assertArrayEquals(
        column(run(data(-1), Map.of("seed", 5)).predictions()), column(changed.predictions()));
  }

  private DistillationResult run(Map<String, Object> parameters, Path runs)
      throws TrainingException {
    return service()
        .run(
            spec(parameters),
            data(-1),
            runs.resolve("run"),
            DistillationListener.NONE,
            new NullProgressMonitor());
  }

  private void cancelAfterEpoch(int last, Path runs) {
    NullProgressMonitor monitor = new NullProgressMonitor();
    DistillationListener listener =
        new DistillationListener() {
          @Override
          public void epoch(StudentEpoch epoch, List<WorstPrediction> worst) {
            monitor.setCanceled(epoch.epoch() == last);
          }
        };
    assertThrows(
        OperationCanceledException.class,
        () -> service().run(spec(Map.of()), data(-1), runs.resolve("run"), listener, monitor));
  }

  /** All that is said of the epochs but their times. */
  private static List<List<Object>> figures(DistillationResult result) {
    return result.distillation().epochs().stream()
        .map(
            epoch ->
                List.<Object>of(
                    epoch.epoch(), epoch.steps(), epoch.loss(), epoch.l2(), epoch.classes()))
        .toList();
  }

  @Test
  void theListenerHearsOfTheLastStepAndOfEachEpoch() throws TrainingException {
    List<StepReport> steps = new ArrayList<>();
    List<Integer> epochs = new ArrayList<>();
    DistillationListener listener =
        new DistillationListener() {
          @Override
          public void step(StepReport report) {
            steps.add(report);
          }

          @Override
          public void epoch(StudentEpoch epoch, List<WorstPrediction> worst) {
            epochs.add(epoch.epoch());
          }
        };
    service()
        .run(
            spec(Map.of("epochs", 2)),
            data(-1),
            folder.resolve("run"),
            listener,
            new NullProgressMonitor());
    assertEquals(List.of(1, 2), epochs);
    assertEquals(12, steps.get(steps.size() - 1).step());
  }

  @Test
  void anUnknownNetworkIsRefusedWithThoseThereAre() {
    DistillationSpec unknown =
        new DistillationSpec("student", "dream", Map.of(), new DistillationParameters());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                service()
                    .run(
                        unknown,
                        data(-1),
                        folder.resolve("run"),
                        DistillationListener.NONE,
                        new NullProgressMonitor()));
    assertTrue(e.getMessage().contains("plain"), e.getMessage());
  }

  /** An encoder of one convolution; the engine of the test does not build it. */
  private static final class Plain implements EncoderNetwork<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Network network, Node images, NoParameters parameters) {
      return network.conv("layer", images, 4, 3);
    }
  }

  private record Greys(int unreadable) implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      if (index == unreadable) {
        throw new ImageFormatException(path(index) + " is damaged");
      }
      java.util.Arrays.fill(target, offset, offset + input.values(), grey(index) - 0.5f);
    }
  }
}
