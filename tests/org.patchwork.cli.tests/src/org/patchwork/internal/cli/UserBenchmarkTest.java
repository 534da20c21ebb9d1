// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.internal.cli.commands.BenchCommand;

/** Two classes of twenty images; one feature tells most of them apart. */
class UserBenchmarkTest {
  private static final int PER_CLASS = 20;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeImages() throws Exception {
    context = new TestContext(folder, TestContext.named(List.of(new BenchCommand())));
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {1})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("pets").resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
          BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
          ImageIO.write(image, "png", images.resolve("%02d.png".formatted(i)).toFile());
          float feature = name.equals("dog") == i > 0 ? 1 : 0; // the first of each misleads
          features.append(new float[] {feature}, 0);
        }
      }
    }
  }

  @Test
  void everyModeLabelsAllImagesRightAndCountsItsKeys() throws Exception {
    List<String> arguments = new ArrayList<>(arguments("page,quick-tag,question,question-any"));
    assertEquals(ExitCodes.OK, context.run(arguments.toArray(String[]::new)), context::err);
    JsonNode figures = new JsonMapper().readTree(context.out());
    assertEquals(30, figures.path("images").asInt());
    assertTrue(figures.path("question-any_labels").asInt() > 0, "those above one half: " + figures);
    for (String mode : List.of("page", "quick-tag", "question")) {
      assertEquals(26, figures.path(mode + "_labels").asInt(), mode + " in " + figures);
      assertEquals(0, figures.path(mode + "_wrong_labels").asInt(), mode);
      assertTrue(figures.path(mode + "_correct_labels_per_hour").asDouble() > 0, mode);
    }
    int pages = 5; // of six images, for the 26 that are left
    int trainings = 2; // after twelve and after 24 images
    assertEquals(26 + pages + trainings, figures.path("page_keys").asInt(), figures::toString);
    assertEquals(
        figures.path("page_keys").asInt() / 26.0,
        figures.path("page_keys_per_correct_label").asDouble(),
        1e-9);
    assertTrue(
        figures.path("question_keys").asInt() < figures.path("page_keys").asInt(),
        figures::toString);
  }

  @Test
  void modeThatDoesNotExistIsNamedWithThoseThatDo() {
    List<String> arguments = new ArrayList<>(arguments("page,telepathy"));
    assertEquals(ExitCodes.USAGE, context.run(arguments.toArray(String[]::new)));
    assertTrue(context.err().contains("telepathy"), context.err());
    assertTrue(context.err().contains("quick-tag"), context.err());
  }

  private static List<String> arguments(String modes) {
    return List.of(
        "bench",
        "user",
        "--images",
        "pets",
        "--features",
        "npy:features.npy",
        "--modes",
        modes,
        "--start",
        "4",
        "--budget",
        "all",
        "--retrain",
        "12",
        "--page",
        "6",
        "--strip",
        "8",
        "--test-fraction",
        "0.25",
        "--json");
  }
}
