// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;

class FeaturesAndRunsTest {
  @TempDir Path folder;

  private Path array(String name, int width, float... values) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {width})) {
      for (int row = 0; row < values.length; row += width) {
        writer.append(values, row);
      }
    }
    return file;
  }

  private Path project() {
    return folder.resolve("project");
  }

  @Test
  void importedFeaturesAreThereAfterReopening() throws Exception {
    Path file = array("vectors.npy", 2, 1, 2, 3, 4, 5, 6);
    try (ProjectSession session = Projects.create(project(), 3)) {
      assertNull(session.activeFeatures());
      FeatureSet set = session.importFeatures(file, "mine", null);
      assertEquals(List.of(2), set.shape());
      session.activateFeatures("mine");
    }
    try (ProjectSession session = Projects.open(project());
        FeatureMatrix matrix = session.activeFeatures().open()) {
      float[] row = new float[2];
      matrix.read(2, row, 0);
      assertArrayEquals(new float[] {5, 6}, row);
      assertEquals("npy", session.activeFeatures().typeId());
    }
  }

  @Test
  void featuresThatDoNotFitAreRefused() throws Exception {
    Path shorter = array("short.npy", 2, 1, 2);
    Path broken = array("nan.npy", 1, 1, Float.NaN, 3);
    try (ProjectSession session = Projects.create(project(), 3)) {
      String rows =
          assertThrows(
                  ProjectFormatException.class, () -> session.importFeatures(shorter, "a", null))
              .getMessage();
      assertTrue(rows.contains("1 rows") && rows.contains("3 images"), rows);
      String nan =
          assertThrows(
                  ProjectFormatException.class, () -> session.importFeatures(broken, "b", null))
              .getMessage();
      assertTrue(nan.contains("Row 1"), nan);
      assertThrows(ProjectFormatException.class, () -> session.activateFeatures("a"));
      assertEquals(List.of(), session.featureSets());
    }
  }

  @Test
  void aBrokenFeatureSetDoesNotKeepTheProjectClosed() throws Exception {
    Projects.create(project(), 3).close();
    Path set = Files.createDirectories(project().resolve("features/broken"));
    Files.writeString(set.resolve("feature-set.json"), "{");
    try (ProjectSession session = Projects.open(project())) {
      assertEquals(1, session.openingReport().size());
      assertEquals(List.of(), session.featureSets());
    }
  }

  @Test
  void predictionsOfTheActiveRunComeBack() throws Exception {
    try (ProjectSession session = Projects.create(project(), 2, "cat", "dog")) {
      Path run = session.newRunFolder("my first: run");
      assertTrue(run.getFileName().toString().endsWith("-my-first-run"), run.toString());
      array("project/runs/" + run.getFileName() + "/predictions.npy", 2, .1f, .9f, .8f, Float.NaN);
      Files.writeString(
          run.resolve("run.json"),
          """
          {"name": "first", "started": "2026-01-02T03:04:05Z",
           "data": {"classIds": ["c3", "c2"], "exclusive": true},
           "validationMetrics": {"accuracy": 0.75, "classes": []}}
          """);
      assertNotEquals(run, session.newRunFolder("my first: run"));
      session.setPredictions(
          new PredictionTable(
              List.of("c2"), new float[][] {{0, 0}}, run.getFileName().toString(), true));
    }
    try (ProjectSession session = Projects.open(project())) {
      PredictionTable table = session.predictions();
      assertEquals(List.of("c3", "c2"), table.classIds());
      assertTrue(table.exclusive());
      assertEquals(.8f, table.probability(1, 0));
      assertFalse(table.has(1));
      RunSummary run = session.runs().get(0);
      assertEquals("first", run.name());
      assertEquals(Instant.parse("2026-01-02T03:04:05Z"), run.started());
      assertEquals(.75, run.metrics().get("validation.accuracy"));
      assertTrue(run.predictions());
    }
  }

  @Test
  void aDamagedRunIsListedWithItsProblem() throws Exception {
    try (ProjectSession session = Projects.create(project(), 1)) {
      Path run = Files.createDirectories(session.newRunFolder("x"));
      Files.writeString(run.resolve("run.json"), "{\"name\": ");
      assertTrue(session.runs().get(0).problem().contains("damaged"));
    }
  }

  @Test
  void aRunThatIsBeingWrittenIsNotListed() throws Exception {
    try (ProjectSession session = Projects.create(project(), 1)) {
      Path run = session.newRunFolder("x").resolveSibling(".x.part");
      Files.writeString(Files.createDirectories(run).resolve("run.json"), "{\"name\": \"x\"}");
      assertEquals(List.of(), session.runs());
    }
  }

  @Test
  void aDeletedRunTakesItsPredictionsWithIt() throws Exception {
    try (ProjectSession session = Projects.create(project(), 1, "cat")) {
      Path run = Files.createDirectories(session.newRunFolder("x"));
      String id = run.getFileName().toString();
      Files.writeString(run.resolve("run.json"), "{\"name\": \"x\"}");
      Files.createDirectories(run.resolve("saved_model/variables"));
      session.setPredictions(new PredictionTable(List.of("c2"), new float[][] {{0.5f}}, id, false));

      session.deleteRun(id);

      assertFalse(Files.exists(run));
      assertEquals(List.of(), session.runs());
      assertNull(session.predictions());
    }
  }

  @Test
  void onlyFoldersBelowRunsCanBeDeleted() throws Exception {
    try (ProjectSession session = Projects.create(project(), 1)) {
      for (String id : List.of("", ".", "..", "../features", "none")) {
        assertThrows(ProjectFormatException.class, () -> session.deleteRun(id), id);
      }
      assertTrue(Files.exists(project().resolve("labels.db")));
    }
  }

  @Test
  void featuresInUseAreNotDeleted() throws Exception {
    try (ProjectSession session = Projects.create(project(), 2)) {
      session.importFeatures(array("a.npy", 1, 1, 2), "a", null);
      session.importFeatures(array("b.npy", 1, 1, 2), "b", null);
      session.activateFeatures("a");
      assertThrows(ProjectFormatException.class, () -> session.deleteFeatures("a"));

      session.deleteFeatures("b");

      assertEquals(List.of("a"), session.featureSets().stream().map(FeatureSet::id).toList());
      assertEquals("a", session.activeFeatures().id());
    }
  }
}
