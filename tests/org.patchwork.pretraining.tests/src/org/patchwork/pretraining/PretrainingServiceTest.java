// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.conformance.AlternatingClasses;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.trainers.SimClr;

/** Runs from end to end with an engine that only adds up: order, breaks, checks and records. */
class PretrainingServiceTest {
  private static final int IMAGES = 40;
  private static final int BROKEN = 7;

  @TempDir private Path folder;

  /** Red and green images; one file is broken. */
  private static final class Pictures implements ImageSource {
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
      if (index == BROKEN) {
        throw new ImageFormatException("7.png is no image");
      }
      SplittableRandom random = new SplittableRandom(index);
      for (int i = 0; i < input.values(); i++) {
        boolean strong = i % 3 == index % 2;
        target[offset + i] = (float) (strong ? 0.6 + 0.4 * random.nextDouble() : 0.1);
      }
    }
  }

  private static LabelTable labels() {
    return AlternatingClasses.of(IMAGES, "red", "green");
  }

  private static PretrainingService service() {
    Algorithms algorithms =
        new Algorithms(
            Catalog.of(Map.of("plain", new PlainEngine())),
            BuiltInAugmentations.catalog(),
            Catalog.<Trainer<?>>of(Map.of("simclr", new SimClr())));
    return new PretrainingService(algorithms, InstantSource.fixed(Instant.EPOCH));
  }

  private static PretrainingSpec spec(Map<String, Object> changed) {
    Map<String, Object> values =
        new java.util.HashMap<>(Map.of("epochs", 3, "batchSize", 8, "size", 8));
    values.put("checkpointSteps", 2);
    values.putAll(changed);
    return new PretrainingSpec(
        "simclr",
        Map.of("hidden", 16),
        "small",
        Map.of(),
        ParameterSchema.of(PretrainingParameters.class).create(values));
  }

  private static PretrainingRecord train(Path run, IProgressMonitor monitor)
      throws PatchworkException {
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255);
    return service().train(spec(Map.of()), data, run, PretrainingListener.NONE, monitor);
  }

  private static String weight(Path run) throws Exception {
    return Files.readString(PretrainingService.model(run).resolve("weight.txt"));
  }

  @Test
  void aRunLeavesItsRecordModelAndCurves() throws Exception {
    Path run = folder.resolve("run");
    List<PretrainingEpoch> heard = new ArrayList<>();
    PretrainingRecord record =
        service()
            .train(
                spec(Map.of()),
                new PretrainingData(new Pictures(), labels(), 255),
                run,
                heard::add,
                new NullProgressMonitor());
    assertTrue(record.finished());
    assertEquals(heard, record.epochs());
    assertEquals(4, record.epochs().size(), "the untrained network and three epochs");
    assertEquals(15, record.epochs().get(3).steps(), "40 images in batches of 8");
    assertTrue(record.epochs().get(1).measures().containsKey("loss"));
    FeatureCheck check = record.epochs().get(0).check();
    assertEquals(1.0, check.probeAccuracy(), 0.1, "colours tell the classes apart");
    assertEquals(1.0, check.neighbourAccuracy(), 0.1);
    Map<String, Double> pixels = record.epochs().get(0).measures();
    assertEquals(1.0, pixels.get(PretrainingEpoch.PIXELS_PROBE), 0.1, "so do their pixels");
    assertEquals(1.0, pixels.get(PretrainingEpoch.PIXELS_NEIGHBOURS), 0.1);
    assertEquals(List.of("7.png is no image"), record.skipped());
    try (Stream<Path> files = Files.list(run)) {
      assertTrue(files.anyMatch(file -> file.toString().contains("tfevents")));
    }
  }

  @Test
  void aRunLeavesPicturesConfusionProjectorAndConfiguration() throws Exception {
    Path run = folder.resolve("run");
    Map<String, Object> wanted =
        Map.of(
            "picturesEvery",
            2,
            "rotationEvery",
            3,
            "projectorEvery",
            3,
            "keepModelEvery",
            2,
            "notes",
            "first: try");
    PretrainingRecord record =
        service()
            .train(
                spec(wanted),
                new PretrainingData(new Pictures(), labels(), 255),
                run,
                PretrainingListener.NONE,
                new NullProgressMonitor());
    List<String> pictures = names(run.resolve("pictures"));
    assertTrue(pictures.containsAll(List.of("epoch-000-confusion.png", "epoch-002-views.png")));
    assertTrue(pictures.contains("epoch-003-neighbours.png"), "after the last epoch, too");
    assertTrue(pictures.stream().noneMatch(name -> name.startsWith("epoch-001")));
    assertEquals(
        List.of("epoch-000.csv", "epoch-002.csv", "epoch-003.csv"),
        names(run.resolve("confusion")));
    assertEquals(List.of("epoch-000", "epoch-002", "epoch-003"), names(run.resolve("models")));
    assertTrue(record.epochs().get(3).measures().containsKey("rotation_classification_accuracy"));
    assertFalse(record.epochs().get(1).measures().containsKey("rotation_classification_accuracy"));
    Path projected = run.resolve("projector/epoch-003");
    List<String> metadata = Files.readAllLines(projected.resolve("metadata.tsv"));
    List<String> features = Files.readAllLines(projected.resolve("features.tsv"));
    assertEquals(features.size(), metadata.size() - 1, "a line above the labels");
    assertEquals("label\tpart\tpath", metadata.get(0));
    assertEquals("red\t", metadata.get(1).substring(0, 4));
    assertTrue(Files.readString(run.resolve("projector_config.pbtxt")).contains("epoch-003/sp"));
    assertTrue(Files.readString(run.resolve("config.yml")).startsWith("notes: \"first: try\"\n"));
  }

  @Test
  void imagesKeptResizedChangeNothing() throws Exception {
    Path plain = folder.resolve("plain");
    Path kept = folder.resolve("kept");
    train(plain, new NullProgressMonitor());
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255, folder);
    PretrainingSpec spec = spec(Map.of("recordCache", true));
    service().train(spec, data, kept, PretrainingListener.NONE, new NullProgressMonitor());
    assertEquals(weight(plain), weight(kept));
    assertEquals(1, names(folder.resolve(PretrainingService.RECORDS)).size());
    service()
        .train(
            spec,
            data,
            folder.resolve("again"),
            PretrainingListener.NONE,
            new NullProgressMonitor());
    assertEquals(weight(plain), weight(folder.resolve("again")));
  }

  private static List<String> names(Path of) throws Exception {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Cancels when so many steps were reported. */
  private static final class Impatient extends NullProgressMonitor {
    private final int patience;
    private int steps;

    Impatient(int patience) {
      this.patience = patience;
    }

    @Override
    public void subTask(String name) {
      if (name.contains("step") && ++steps == patience) {
        setCanceled(true);
      }
    }
  }

  @Test
  void aBreakAtAnyStepChangesNothing() throws Exception {
    Path whole = folder.resolve("whole");
    Path broken = folder.resolve("broken");
    train(whole, new NullProgressMonitor());
    for (int patience : new int[] {1, 3, 6}) {
      assertThrows(OperationCanceledException.class, () -> train(broken, new Impatient(patience)));
    }
    PretrainingRecord record = train(broken, new NullProgressMonitor());
    assertTrue(record.finished());
    assertEquals(4, record.epochs().size());
    assertEquals(weight(whole), weight(broken));
  }

  /** A run whose process dies: the listener throws what nobody catches. */
  @Test
  void aKillGoesBackToTheLastCheckpoint() throws Exception {
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    train(whole, new NullProgressMonitor());
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255);
    PretrainingListener death =
        epoch -> {
          if (epoch.epoch() == 2) {
            throw new IllegalStateException("killed");
          }
        };
    assertThrows(
        IllegalStateException.class,
        () -> service().train(spec(Map.of()), data, killed, death, new NullProgressMonitor()));
    PretrainingRecord record = train(killed, new NullProgressMonitor());
    assertEquals(
        List.of(0, 1, 2, 3), record.epochs().stream().map(PretrainingEpoch::epoch).toList());
    assertEquals(weight(whole), weight(killed));
  }

  @Test
  void seedsDecide() throws Exception {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    train(one, new NullProgressMonitor());
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255);
    service()
        .train(
            spec(Map.of("seed", 5)),
            data,
            other,
            PretrainingListener.NONE,
            new NullProgressMonitor());
    assertFalse(weight(one).equals(weight(other)));
  }

  @Test
  void aFinishedRunIsNotRepeatedAndNoOtherTakesItsFolder() throws Exception {
    Path run = folder.resolve("run");
    PretrainingRecord first = train(run, new NullProgressMonitor());
    assertEquals(first.toString(), train(run, new NullProgressMonitor()).toString());
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255);
    TrainingException problem =
        assertThrows(
            TrainingException.class,
            () ->
                service()
                    .train(
                        spec(Map.of("epochs", 9)),
                        data,
                        run,
                        PretrainingListener.NONE,
                        new NullProgressMonitor()));
    assertTrue(problem.getMessage().contains("other settings"), problem.getMessage());
  }

  @Test
  void tooFewImagesAreRefused() {
    PretrainingData data = new PretrainingData(new Pictures(), labels(), 255);
    TrainingException problem =
        assertThrows(
            TrainingException.class,
            () ->
                service()
                    .train(
                        spec(Map.of("batchSize", 64)),
                        data,
                        folder.resolve("run"),
                        PretrainingListener.NONE,
                        new NullProgressMonitor()));
    assertTrue(problem.getMessage().contains("smaller batch"), problem.getMessage());
  }

  @Test
  void withoutLabelsThereIsNoProbe() throws Exception {
    LabelTable none =
        LabelTable.empty()
            .withRows(
                IntStream.range(0, IMAGES).mapToObj(i -> i + ".png").toList(),
                IntStream.range(0, IMAGES).mapToObj(i -> "").toList());
    PretrainingRecord record =
        service()
            .train(
                spec(Map.of("epochs", 1)),
                new PretrainingData(new Pictures(), none, 255),
                folder.resolve("run"),
                PretrainingListener.NONE,
                new NullProgressMonitor());
    FeatureCheck check = record.epochs().get(1).check();
    assertEquals(null, check.probeAccuracy());
    assertEquals(0, check.labelled());
    assertTrue(check.spread() > 0);
  }
}
