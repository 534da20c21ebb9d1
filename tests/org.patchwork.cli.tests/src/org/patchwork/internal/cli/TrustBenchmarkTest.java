// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two classes that features tell apart: nearly every flipped label must be found. */
class TrustBenchmarkTest {
  private static final int PER_CLASS = 60;

  @TempDir private Path folder;

  @Test
  void flippedLabelsAreFoundAndCalibrationIsMeasured() throws Exception {
    TestContext context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0, i % 7 / 20f});
    JsonNode figures =
        context.json("bench", "trust", "--images", "images", "--features", "npy:features.npy");
    assertEquals(120, figures.path("errors_labels").asInt());
    assertEquals(12, figures.path("errors_flipped").asInt());
    assertTrue(figures.path("errors_precision_first_flipped").asDouble() > 0.9, context::out);
    assertTrue(figures.path("calibration_accuracy").asDouble() > 0.95, context::out);
    assertTrue(figures.path("calibration_error_after").isNumber(), context::out);
  }
}
