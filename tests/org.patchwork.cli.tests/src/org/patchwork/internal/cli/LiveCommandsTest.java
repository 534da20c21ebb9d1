// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;

/** Eight images, four of cats and four of dogs. */
class LiveCommandsTest {
  private static final int PER_CLASS = 4;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0});
    context.ok("import", "pets", "--images", "images", "--labels", "folders");
    context.ok("features", "pets", "--features", "npy:features.npy");
  }

  @Test
  void augplotDrawsFiveImagesOfAProject() throws IOException {
    JsonNode plot = context.json("augplot", "pets", "--size", "16", "--out", "plot.png");
    assertEquals(30, plot.get("tiles").asInt());
    assertEquals(0.2, plot.get("augmentation").get("zoom_scale").asDouble(), "the default set");
    assertEquals(6 * 20 + 4, ImageIO.read(folder.resolve("plot.png").toFile()).getWidth());
  }

  @Test
  void augplotDrawsFifteenVariantsOfOneImage() throws IOException {
    JsonNode plot =
        context.json(
            "augplot",
            "images/cat/00.png",
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
    JsonNode plot =
        context.json("augplot", "pets", "--size", "16", "--segments", "4", "--out", "plot.png");
    assertEquals(20, plot.get("tiles").asInt(), "five rows of four");
    assertTrue(plot.get("images").size() > 5, "counted in more than are shown");
    assertTrue(plot.get("tooFewSegments").asInt() <= plot.get("images").size());
    assertTrue(plot.has("lostSegments"));
    assertEquals(4 * 20 + 4, ImageIO.read(folder.resolve("plot.png").toFile()).getWidth());
  }

  @Test
  void anUnknownAugmentationListsTheOthers() {
    int status = context.run("augplot", "images/cat/00.png", "--augmentation", "spin=3");
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
    assertTrue(context.json("train", "pets").get("live").isEmpty());
  }
}
