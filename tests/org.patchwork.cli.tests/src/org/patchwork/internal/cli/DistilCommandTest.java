// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;

/** A model of features teaches one of images. */
class DistilCommandTest {
  private static final int PER_CLASS = 10;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0, dog ? 0 : 1});
    context.ok("import", "pile", "--images", "images", "--labels", "folders");
    context.ok("features", "pile", "--features", "npy:features.npy");
  }

  @Test
  void withoutPredictionsThereIsNothingToTeach() {
    assertEquals(ExitCodes.FAILED, context.run("distil", "pile"));
    assertTrue(context.err().contains("no predictions that could be taught"), context.err());
    assertTrue(context.err().contains("Train a model"), context.err());
  }

  @Test
  void theStudentIsARunThatTellsItsTeacher() throws IOException {
    context.ok("train", "pile");
    JsonNode json =
        context.json("distil", "pile", "--epochs", "2", "--batch-size", "5", "--size", "8");
    assertTrue(json.path("teacher").asText().endsWith("train"), context.out());
    assertEquals(2, json.path("epochs").size());
    assertEquals(20, json.path("images").asInt());
    assertTrue(json.path("epochs").path(1).has("agreement"), context.out());
    assertTrue(Files.isDirectory(Path.of(json.path("run").asText()).resolve("full_model")));
    context.ok("runs", "pile");
    assertTrue(context.out().contains("distil"), context.out());
  }

  @Test
  void anUnknownTeacherIsRefusedWithTheRunsThereAre() {
    context.ok("train", "pile");
    assertEquals(ExitCodes.FAILED, context.run("distil", "pile", "--teacher", "nobody"));
    assertTrue(context.err().contains("no run \"nobody\""), context.err());
    assertTrue(context.err().contains("-train"), context.err());
  }

  @Test
  void theNetworkBringsItsOptions() {
    context.ok("distil", "--network", "resnet18", "--help");
    assertTrue(context.out().contains("--network-width-multiplier"), context.out());
    assertTrue(context.out().contains("--temperature"), context.out());
  }
}
