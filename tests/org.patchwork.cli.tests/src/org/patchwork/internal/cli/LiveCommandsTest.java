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
import java.util.stream.Stream;
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
import org.patchwork.internal.cli.commands.augmentation.AugplotCommand;

/** Eight images, four of cats and four of dogs. */
class LiveCommandsTest {
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
                    new AugplotCommand())));
    BufferedImage image = new BufferedImage(6, 6, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, 0xff8040);
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {1})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(name));
        for (int i = 0; i < 4; i++) {
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
          features.append(new float[] {name.equals("dog") ? 1 : 0}, 0);
        }
      }
    }
    json("import", "pets", "--images", "images", "--labels", "folders");
    json("features", "pets", "--features", "npy:features.npy");
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(ExitCodes.OK, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  @Test
  void augplotDrawsFiveImagesOfAProject() throws IOException {
    JsonNode plot = json("augplot", "pets", "--size", "16", "--out", "plot.png");
    assertEquals(30, plot.get("tiles").asInt());
    assertEquals(0.2, plot.get("augmentation").get("zoom_scale").asDouble(), "the default set");
    assertEquals(6 * 20 + 4, ImageIO.read(folder.resolve("plot.png").toFile()).getWidth());
  }

  @Test
  void augplotDrawsFifteenVariantsOfOneImage() throws IOException {
    JsonNode plot =
        json(
            "augplot",
            "images/cat/0.png",
            "--size",
            "16",
            "--augmentation",
            "simclr,hue_delta=off",
            "--out",
            "plot.png");
    assertEquals(16, plot.get("tiles").asInt());
    assertTrue(plot.get("augmentation").get("hue_delta") == null);
  }

  @Test
  void augplotDrawsAndCountsSegments() throws IOException {
    JsonNode plot = json("augplot", "pets", "--size", "16", "--segments", "4", "--out", "plot.png");
    assertEquals(20, plot.get("tiles").asInt(), "five rows of four");
    assertTrue(plot.get("images").size() > 5, "counted in more than are shown");
    assertTrue(plot.get("tooFewSegments").asInt() <= plot.get("images").size());
    assertTrue(plot.has("lostSegments"));
    assertEquals(4 * 20 + 4, ImageIO.read(folder.resolve("plot.png").toFile()).getWidth());
  }

  @Test
  void anUnknownAugmentationListsTheOthers() {
    int status = context.run("augplot", "images/cat/0.png", "--augmentation", "spin=3");
    assertEquals(ExitCodes.USAGE, status);
    assertTrue(context.err().contains("known are flip_left_right"), context.err());
  }

  @Test
  void withoutAnExtractorNothingIsLive() {
    int status = context.run("train", "pets", "--live");
    assertEquals(ExitCodes.FAILED, status);
    assertTrue(context.err().contains("no extractor to be live"), context.err());
  }

  @Test
  void fixMatchNeedsTheLiveExtractor() {
    int status = context.run("train", "pets", "--unlabelled-weight", "1");
    assertEquals(ExitCodes.FAILED, status);
    assertTrue(context.err().contains("Switch the live extractor on"), context.err());
  }

  @Test
  void withoutSuchOptionsTheRunRecordSaysStored() throws IOException {
    assertTrue(json("train", "pets").get("live").isEmpty());
  }
}
