// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.commands.ClassesCommand;
import org.patchwork.internal.cli.commands.FeaturesCommand;
import org.patchwork.internal.cli.commands.ImportCommand;
import org.patchwork.internal.cli.commands.LabelCommand;
import org.patchwork.internal.cli.commands.PredictCommand;
import org.patchwork.internal.cli.commands.graph.MapCommand;
import org.patchwork.internal.cli.commands.graph.ProbeCommand;
import org.patchwork.internal.cli.commands.graph.PropagateCommand;

/** Two folders of twenty images; the features of cats and dogs point in different directions. */
class GraphCommandsTest {
  private static final int PER_CLASS = 20;

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
                    new ClassesCommand(),
                    new LabelCommand(),
                    new FeaturesCommand(),
                    new PredictCommand(),
                    new PropagateCommand(),
                    new MapCommand(),
                    new ProbeCommand())));
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {3})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
          boolean dog = name.equals("dog");
          features.append(new float[] {dog ? 1 : 0, dog ? 0 : 1, i / 40f}, 0);
        }
      }
    }
    json("import", "pets", "--images", "images");
    json("features", "pets", "--features", "npy:features.npy");
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(ExitCodes.OK, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  private void label(String rows, String label) throws IOException {
    json("label", "pets", "--rows", rows, "--set", label);
  }

  @Test
  void labelsSpreadToSimilarImagesAndTheGraphIsKept() throws IOException {
    json("classes", "pets", "--add", "dog");
    label("0", "dog=0");
    label("39", "dog=1");
    JsonNode first = json("propagate", "pets", "--neighbours", "5");
    assertEquals(2, first.path("sources").asInt());
    assertFalse(first.path("graph").path("reused").asBoolean());
    assertEquals(40, first.path("graph").path("images").asInt());
    JsonNode second = json("propagate", "pets", "--neighbours", "5", "--iterations", "40");
    assertTrue(second.path("graph").path("reused").asBoolean());
    assertEquals(0, second.path("unreached").asInt());
    assertTrue(Files.exists(Path.of(second.path("run").asText()).resolve("predictions.npy")));

    json("predict", "pets", "--out", "p.csv");
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
    json("classes", "pets", "--add", "dog");
    assertEquals(ExitCodes.FAILED, context.run("propagate", "pets"));
    assertTrue(context.err().contains("No image with features is labelled"), context.err());
  }

  @Test
  void theMapIsWrittenAsTableAndPicture() throws IOException {
    json("classes", "pets", "--add", "dog");
    label("0", "dog=0");
    label("39", "dog=1");
    json("propagate", "pets");
    label("1", "dog=1");
    JsonNode map =
        json(
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
    json("classes", "pets", "--add", "dog");
    label("0-19", "dog=0");
    label("20-39", "dog=1");
    JsonNode probe =
        json("probe", "pets", "--experiments", "12", "--out", "p.csv", "--picture", "p.png");
    assertEquals("dog", probe.path("class").asText());
    JsonNode steps = probe.path("curves").path(0).path("steps");
    assertEquals(0, steps.path(steps.size() - 1).path("testError").asDouble());
    assertEquals(13, Files.readAllLines(folder.resolve("p.csv")).size());
    assertEquals(1200, ImageIO.read(folder.resolve("p.png").toFile()).getWidth());
    assertEquals(ExitCodes.USAGE, context.run("probe", "pets", "--sets", "others"));
    assertTrue(context.err().contains("The project has no features"), context.err());
  }
}
