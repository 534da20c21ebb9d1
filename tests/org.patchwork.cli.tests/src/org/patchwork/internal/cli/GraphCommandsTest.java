// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;

/** Two folders of twenty images; the features of cats and dogs point in different directions. */
class GraphCommandsTest {
  private static final int PER_CLASS = 20;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0, dog ? 0 : 1, i / 40f});
    context.ok("import", "pets", "--images", "images");
    context.ok("features", "pets", "--features", "npy:features.npy");
  }

  private void label(String rows, String label) throws IOException {
    context.json("label", "pets", "--rows", rows, "--set", label);
  }

  @Test
  void labelsSpreadToSimilarImagesAndTheGraphIsKept() throws IOException {
    context.json("classes", "pets", "--add", "dog");
    label("0", "dog=0");
    label("39", "dog=1");
    JsonNode first = context.json("propagate", "pets", "--neighbours", "5");
    assertEquals(2, first.path("sources").asInt());
    assertFalse(first.path("graph").path("reused").asBoolean());
    assertEquals(40, first.path("graph").path("images").asInt());
    JsonNode second = context.json("propagate", "pets", "--neighbours", "5", "--iterations", "40");
    assertTrue(second.path("graph").path("reused").asBoolean());
    assertEquals(0, second.path("unreached").asInt());
    assertTrue(Files.exists(Path.of(second.path("run").asText()).resolve("predictions.npy")));

    context.json("predict", "pets", "--out", "p.csv");
    List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
    assertEquals(41, lines.size());
    int right = 0;
    for (String line : lines.subList(1, 41)) {
      double p = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
      right += line.contains("dog") == p > 0.5 ? 1 : 0;
    }
    assertEquals(40, right);
  }

  @Test
  void saysWhatToDoWithoutLabels() throws IOException {
    context.json("classes", "pets", "--add", "dog");
    assertEquals(ExitCodes.FAILED, context.run("propagate", "pets"));
    assertTrue(context.err().contains("No image with features is labelled"), context.err());
  }

  @Test
  void theMapIsWrittenAsTableAndPicture() throws IOException {
    context.json("classes", "pets", "--add", "dog");
    label("0", "dog=0");
    label("39", "dog=1");
    context.json("propagate", "pets");
    label("1", "dog=1");
    JsonNode map =
        context.json(
            "map",
            "pets",
            "--images",
            "all",
            "--iterations",
            "300",
            "--out",
            "m.csv",
            "--picture",
            "m.png");
    assertEquals(40, map.path("images").asInt());
    assertEquals(1, map.path("errors").asInt());
    List<String> lines = Files.readAllLines(folder.resolve("m.csv"));
    assertEquals("filepath,x,y,subset,label,probability,bits,error", lines.get(0));
    assertEquals(41, lines.size());
    assertTrue(lines.get(2).endsWith(",1"), lines.get(2));
    assertEquals(1200, ImageIO.read(folder.resolve("m.png").toFile()).getWidth());
    assertEquals(ExitCodes.FAILED, context.run("map", "pets", "--out", "m.csv"));
    assertTrue(context.err().contains("show all images"), context.err());
  }

  @Test
  void theLearningCurveOfFeaturesIsPrintedWrittenAndDrawn() throws IOException {
    context.json("classes", "pets", "--add", "dog");
    label("0-19", "dog=0");
    label("20-39", "dog=1");
    JsonNode probe =
        context.json(
            "probe", "pets", "--experiments", "12", "--out", "p.csv", "--picture", "p.png");
    assertEquals("dog", probe.path("class").asText());
    JsonNode steps = probe.path("curves").path(0).path("steps");
    assertEquals(0, steps.path(steps.size() - 1).path("testError").asDouble());
    assertEquals(13, Files.readAllLines(folder.resolve("p.csv")).size());
    assertEquals(1200, ImageIO.read(folder.resolve("p.png").toFile()).getWidth());
    assertEquals(ExitCodes.USAGE, context.run("probe", "pets", "--sets", "others"));
    assertTrue(context.err().contains("The project has no features"), context.err());
  }
}
