// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.internal.cli.commands.BenchCommand;

/** Two classes that features tell apart: nearly every flipped label must be found. */
class TrustBenchmarkTest {
  private static final int PER_CLASS = 60;

  @TempDir private Path folder;

  @Test
  void flippedLabelsAreFoundAndCalibrationIsMeasured() throws Exception {
    TestContext context = new TestContext(folder, TestContext.named(List.of(new BenchCommand())));
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {2})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
          ImageIO.write(image, "png", images.resolve(String.format("%02d.png", i)).toFile());
          features.append(new float[] {name.equals("dog") ? 1 : 0, i % 7 / 20f}, 0);
        }
      }
    }
    assertEquals(
        ExitCodes.OK,
        context.run(
            "bench", "trust", "--images", "images", "--features", "npy:features.npy", "--json"),
        context::err);
    JsonNode figures = new JsonMapper().readTree(context.out());
    assertEquals(120, figures.path("errors_labels").asInt());
    assertEquals(12, figures.path("errors_flipped").asInt());
    assertTrue(figures.path("errors_precision_first_flipped").asDouble() > 0.9, context::out);
    assertTrue(figures.path("calibration_accuracy").asDouble() > 0.95, context::out);
    assertTrue(figures.path("calibration_error_after").isNumber(), context::out);
  }
}
