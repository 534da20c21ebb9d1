// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.ExtractionListener;

/** From images to a run and from a run to features, with an engine that only counts. */
class ProjectPretrainingTest {
  private static final int IMAGES = 8;

  @TempDir private Path folder;
  private ProjectSession session;

  @BeforeEach
  void makeProject() throws Exception {
    session =
        ProjectSession.create(
            folder.resolve("project"), new NewProject("pile"), new NullProgressMonitor());
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      image.setRGB(1, 1, i * 0x101010);
      ImageIO.write(image, "png", session.folder().resolve(i + ".png").toFile());
    }
    session.apply(
        new Edit.AddImages(
            IntStream.range(0, IMAGES)
                .mapToObj(i -> new ImageEntry(i + ".png", null, null, false, false))
                .toList()),
        new EditOrigin("tester", "test"));
  }

  @AfterEach
  void closeProject() throws Exception {
    session.close();
  }

  private ProjectPretraining pretraining() {
    Algorithms algorithms =
        new Algorithms(
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            Catalog.of(Map.of("t.savedmodel", new SavedExtractor(new InputSpec(2, 2, 3, 255)))),
            Catalog.of(Map.of("t.counting", new CountingEngine())),
            BuiltInAugmentations.catalog(),
            new Catalog<>(List.of()),
            Catalog.<Trainer<?>>of(Map.of("simclr", new SimClr())));
    return new ProjectPretraining(
        session,
        new ImageLoader(BuiltInReaders.catalog()),
        algorithms,
        InstantSource.fixed(Instant.EPOCH));
  }

  private static PretrainingSpec spec(int epochs) {
    return new PretrainingSpec(
        "simclr",
        Map.of(),
        "small",
        Map.of(),
        ParameterSchema.of(PretrainingParameters.class)
            .create(Map.of("epochs", epochs, "batchSize", 4, "size", 8)));
  }

  private PretrainingRecord train(String run, int epochs) throws PatchworkException {
    return pretraining()
        .train(spec(epochs), run, PretrainingListener.NONE, new NullProgressMonitor());
  }

  private FeatureSetInfo use(String run, String features) throws PatchworkException {
    return pretraining()
        .useFeatures(run, features, ExtractionListener.NONE, new NullProgressMonitor());
  }

  private float feature() throws Exception {
    try (FeatureMatrix features = session.activeFeatures().open()) {
      float[] row = new float[1];
      features.read(IMAGES - 1, row, 0);
      return row[0];
    }
  }

  @Test
  void aRunIsListedAndItsFeaturesAreUsed() throws Exception {
    PretrainingRecord record = train("first", 3);
    assertEquals(IMAGES, record.images());
    PretrainingRun run = runs().getFirst();
    assertEquals(record.epochs(), run.epochs());
    assertTrue(record.sameRun(run.record()), "what was written is what was done");
    assertEquals(4, run.epochs().size(), "the untrained network and three epochs");
    assertEquals("first-epoch3", runs().getFirst().featureSetName());
    assertEquals(IMAGES, use("first", "own").rows());
    assertEquals("own", session.activeFeatures().id());
    assertEquals(
        "first-epoch3",
        ProjectPretraining.origin(session.activeFeatures()).orElseThrow(),
        "their extractor is known whatever they are called");
    assertEquals(6, feature(), "two steps in each of three epochs");
    FeatureSetInfo named =
        pretraining().useFeatures("first", ExtractionListener.NONE, new NullProgressMonitor());
    assertEquals("first-epoch3", named.id());
  }

  private List<PretrainingRun> runs() throws PatchworkException {
    return ProjectPretraining.runs(session).all();
  }

  private PretrainingRecord track(String place) throws PatchworkException {
    PretrainingParameters parameters =
        ParameterSchema.of(PretrainingParameters.class)
            .create(Map.of("epochs", 2, "batchSize", 4, "size", 8, "mlflow", place));
    PretrainingSpec spec = new PretrainingSpec("simclr", Map.of(), "small", Map.of(), parameters);
    return pretraining().train(spec, "first", PretrainingListener.NONE, new NullProgressMonitor());
  }

  @Test
  void mlflowTracksARunOnce() throws Exception {
    PretrainingRecord record = track("tracking");
    assertEquals(record.toString(), track("tracking").toString());
    Path store = session.folder().resolve("tracking");
    try (Stream<Path> files = Files.walk(store)) {
      List<Path> losses = files.filter(file -> file.endsWith("metrics/loss")).toList();
      assertEquals(1, losses.size(), "tracked once");
      List<String> values = Files.readAllLines(losses.getFirst());
      assertEquals(2, values.size(), "one for each epoch");
      assertTrue(values.get(1).endsWith(" 4"), "after four steps: " + values.get(1));
      Path params = losses.getFirst().getParent().resolveSibling("params");
      assertEquals("simclr", Files.readString(params.resolve("method")));
      assertEquals("4", Files.readString(params.resolve("batchSize")));
    }
  }

  /**
   * After each epoch the store has its figures; a stopped run is killed, and goes on as the same.
   */
  @Test
  void mlflowFollowsARunThatIsStoppedAndGoesOn() throws Exception {
    Path store = session.folder().resolve("tracking");
    PretrainingListener stop =
        epoch -> {
          if (epoch.epoch() == 1) {
            assertTrue(meta(store).contains("status: 1"), "running");
            assertTrue(meta(store).contains("end_time: null"), meta(store));
            throw new OperationCanceledException();
          }
        };
    PretrainingParameters parameters =
        ParameterSchema.of(PretrainingParameters.class)
            .create(Map.of("epochs", 2, "batchSize", 4, "size", 8, "mlflow", "tracking"));
    PretrainingSpec spec = new PretrainingSpec("simclr", Map.of(), "small", Map.of(), parameters);
    assertThrows(
        OperationCanceledException.class,
        () -> pretraining().train(spec, "first", stop, new NullProgressMonitor()));
    assertTrue(meta(store).contains("status: 5"), "killed");
    track("tracking");
    assertTrue(meta(store).contains("status: 3"), "finished");
    try (Stream<Path> files = Files.walk(store)) {
      List<Path> losses = files.filter(file -> file.endsWith("metrics/loss")).toList();
      assertEquals(1, losses.size(), "one run");
      assertEquals(2, Files.readAllLines(losses.getFirst()).size(), "each epoch once");
    }
  }

  /** What MLflow's files say of the only run. */
  private static String meta(Path store) {
    try (Stream<Path> files = Files.walk(store, 3)) {
      Path file =
          files
              .filter(
                  path -> path.endsWith("meta.yaml") && !path.getParent().getParent().equals(store))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was learned is not lost, and what to do is said. */
  @Test
  void aRunThatCannotBeTrackedIsDoneAllTheSame() throws Exception {
    Files.writeString(session.folder().resolve("taken"), "no folder");
    TrainingException problem = assertThrows(TrainingException.class, () -> track("taken"));
    assertTrue(problem.getMessage().contains("nothing is trained twice"), problem.getMessage());
    assertTrue(runs().getFirst().record().finished());
    assertTrue(track("tracking").finished());
  }

  @Test
  void aRecordSaysHowToGoOn() throws Exception {
    PretrainingListener stop =
        epoch -> {
          if (epoch.epoch() == 1) {
            throw new OperationCanceledException();
          }
        };
    assertThrows(
        OperationCanceledException.class,
        () -> pretraining().train(spec(3), "first", stop, new NullProgressMonitor()));
    PretrainingRun stopped = runs().getFirst();
    assertTrue(stopped.unfinished() && stopped.trained());
    pretraining()
        .train(
            stopped.record().spec(), "first", PretrainingListener.NONE, new NullProgressMonitor());
    assertEquals(1, runs().size());
    assertFalse(runs().getFirst().unfinished());
    assertEquals(6, runs().getFirst().last().orElseThrow().steps());
  }

  @Test
  void featuresStayWhatTheyWereWhenTheRunIsGone() throws Exception {
    train("first", 2);
    use("first", "own");
    ProjectPretraining.runs(session).delete("first");
    assertTrue(runs().isEmpty());
    FeatureSetInfo info = FeatureSetInfo.read(session.activeFeatures().folder());
    Path extractor =
        session.activeFeatures().folder().resolve((String) info.parameters().get("directory"));
    assertEquals("4", Files.readString(extractor.resolve(CountingEngine.GRAPH)));
  }

  @Test
  void featuresOfAnotherExtractorAreMadeAnewUnderTheSameName() throws Exception {
    train("first", 1);
    train("second", 2);
    use("first", "own");
    assertEquals(2, feature());
    use("second", "own");
    assertEquals(4, feature());
    try (Stream<Path> files = Files.list(session.activeFeatures().folder())) {
      assertEquals(1, files.filter(Files::isDirectory).count(), "the other extractor is gone");
    }
  }

  @Test
  void aRunWithoutAnExtractorHasNoFeatures() throws Exception {
    TrainingException problem =
        assertThrows(TrainingException.class, () -> use("nothing", "features"));
    assertTrue(problem.getMessage().contains("finish an epoch"), problem.getMessage());
    assertFalse(session.featureSets().stream().anyMatch(set -> set.id().equals("features")));
  }

  @Test
  void namesAreFreeAndNoPaths() throws Exception {
    assertEquals("first", ProjectPretraining.runs(session).freeName("first"));
    train("first", 1);
    assertEquals("first-2", ProjectPretraining.runs(session).freeName("first"));
    assertThrows(
        IllegalArgumentException.class, () -> ProjectPretraining.runs(session).folder("../a"));
  }

  @Test
  void aDamagedRecordIsListedWithItsProblem() throws Exception {
    train("first", 1);
    Files.writeString(ProjectPretraining.runs(session).folder("first").resolve("run.json"), "{");
    assertTrue(runs().getFirst().problem().contains("not the record"), runs().toString());
    assertFalse(runs().getFirst().unfinished());
  }
}
