// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;

/** Two classes of twenty images; one feature tells most of them apart. */
class UserBenchmarkTest {
  private static final int PER_CLASS = 20;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeImages() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    // the first of each misleads
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog == i > 0 ? 1 : 0});
  }

  @Test
  void everyModeLabelsAllImagesRightAndCountsItsKeys() throws IOException {
    JsonNode figures = context.json(play("page,quick-tag,question,question-any"));
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
    assertEquals(ExitCodes.USAGE, context.run(play("page,telepathy")));
    assertTrue(context.err().contains("telepathy"), context.err());
    assertTrue(context.err().contains("quick-tag"), context.err());
  }

  private static String[] play(String modes) {
    return ("bench user --images images --features npy:features.npy --start 4 --budget all"
            + " --retrain 12 --page 6 --strip 8 --test-fraction 0.25 --modes "
            + modes)
        .split(" ");
  }
}
