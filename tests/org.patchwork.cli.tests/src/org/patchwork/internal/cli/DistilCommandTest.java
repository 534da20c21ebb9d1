// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.commands.FeaturesCommand;
import org.patchwork.internal.cli.commands.ImportCommand;
import org.patchwork.internal.cli.commands.TrainCommand;
import org.patchwork.internal.cli.commands.training.DistilCommand;
import org.patchwork.internal.cli.commands.training.RunsCommand;

/** A model of features teaches one of images. */
class DistilCommandTest {
  private static final int PER_CLASS = 10;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context =
        new TestContext(
            folder,
            TestContext.named(
                List.of(
                    new ImportCommand(),
                    new FeaturesCommand(),
                    new TrainCommand(),
                    new DistilCommand(),
                    new RunsCommand())));
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {2})) {
      for (int c = 0; c < 2; c++) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(c == 0 ? "a" : "b"));
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < PER_CLASS; i++) {
          image.setRGB(i % 8, 0, c == 0 ? 0xff0000 : 0x0000ff);
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
          features.append(new float[] {c, 1 - c}, 0);
        }
      }
    }
    ok("import", "pile", "--images", "images", "--labels", "folders");
    ok("features", "pile", "--features", "npy:features.npy");
  }

  private void ok(String... arguments) {
    assertEquals(ExitCodes.OK, context.run(arguments), context::err);
  }

  @Test
  void withoutPredictionsThereIsNothingToTeach() {
    assertEquals(ExitCodes.FAILED, context.run("distil", "pile"));
    assertTrue(context.err().contains("no predictions that could be taught"), context.err());
    assertTrue(context.err().contains("Train a model"), context.err());
  }

  @Test
  void theStudentIsARunThatTellsItsTeacher() throws IOException {
    ok("train", "pile");
    ok("distil", "pile", "--epochs", "2", "--batch-size", "5", "--size", "8", "--json");
    JsonNode json = new JsonMapper().readTree(context.out());
    assertTrue(json.path("teacher").asText().endsWith("train"), context.out());
    assertEquals(2, json.path("epochs").size());
    assertEquals(20, json.path("images").asInt());
    assertTrue(json.path("epochs").path(1).has("agreement"), context.out());
    assertTrue(Files.isDirectory(Path.of(json.path("run").asText()).resolve("full_model")));
    ok("runs", "pile");
    assertTrue(context.out().contains("distil"), context.out());
  }

  @Test
  void anUnknownTeacherIsRefusedWithTheRunsThereAre() {
    ok("train", "pile");
    assertEquals(ExitCodes.FAILED, context.run("distil", "pile", "--teacher", "nobody"));
    assertTrue(context.err().contains("no run \"nobody\""), context.err());
    assertTrue(context.err().contains("-train"), context.err());
  }

  @Test
  void theNetworkBringsItsOptions() {
    ok("distil", "--network", "resnet18", "--help");
    assertTrue(context.out().contains("--network-width-multiplier"), context.out());
    assertTrue(context.out().contains("--temperature"), context.out());
  }
}
