// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.TrainingSpec;

class SearchFolderTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:15:30.250Z");

  @TempDir Path project;

  private static SearchRecord search(Instant started) {
    ModelDesignSpec design =
        new ModelDesignSpec(
            "some.dense",
            Map.of("layers", "64,32", "dropout", 0.25),
            "some.softmax",
            Map.of(),
            "",
            Map.of(),
            ClassWeighting.BALANCED);
    TrainingParameters settings = new TrainingParameters().with("learningRate", 0.02);
    Evaluation evaluation =
        new Evaluation(
            List.of(ClassMetrics.of("c1", new float[] {0.9f, 0.4f}, new float[] {0.2f})),
            OptionalDouble.of(0.5),
            3,
            OptionalDouble.of(1),
            OptionalDouble.empty());
    TrainingSpec spec = new TrainingSpec(SearchFolder.NAME, design, settings);
    return new SearchRecord(
        started,
        "features-a",
        42,
        new SearchParameters().presentSettings(),
        List.of(
            new Trial(2, spec, 10, 0.75, 0.125, evaluation, 1.5, ""),
            new Trial(1, spec, 10, Double.NaN, 0, null, 0.5, "It failed.")));
  }

  @Test
  void readsWhatItWrote() throws Exception {
    SearchFolder folder = new SearchFolder(project);
    Path file = folder.write(search(TIME));
    assertEquals(project.resolve("searches/2026-03-01T10-15-30-250.json"), file);
    assertEquals(search(TIME), SearchFolder.read(file));
  }

  @Test
  void listsTheNewestFirstAndLosesNone() throws Exception {
    SearchFolder folder = new SearchFolder(project);
    assertEquals(List.of(), folder.files());
    Path early = folder.write(search(TIME));
    Path same = folder.write(search(TIME));
    Path late = folder.write(search(TIME.plusSeconds(1)));
    assertEquals(late, folder.files().getFirst());
    assertTrue(folder.files().containsAll(List.of(early, same)));
    assertEquals(3, folder.files().size());
  }

  @Test
  void saysWhichFileIsDamagedAndWhatToDo() throws Exception {
    SearchFolder folder = new SearchFolder(project);
    Path file = folder.write(search(TIME));
    for (String content : List.of("{", "{\"format\": 1}", "{\"format\": 1, \"trials\": []}")) {
      Files.writeString(file, content);
      ProjectFormatException e =
          assertThrows(ProjectFormatException.class, () -> SearchFolder.read(file));
      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
      assertTrue(e.getMessage().contains("Delete it"), e.getMessage());
    }
  }

  @Test
  void refusesWhatANewerVersionWrote() throws Exception {
    Path file = new SearchFolder(project).write(search(TIME));
    Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));
    ProjectFormatException e =
        assertThrows(ProjectFormatException.class, () -> SearchFolder.read(file));
    assertTrue(e.getMessage().contains("newer"), e.getMessage());
  }
}
