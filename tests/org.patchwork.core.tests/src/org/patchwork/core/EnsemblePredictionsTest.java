// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsemblePredictionsTest {
  private static final List<String> CLASSES = List.of("a", "b");

  @TempDir Path folder;

  private static EnsemblePredictions table() {
    return new EnsemblePredictions(
        CLASSES,
        new float[][] {
          {.1f, .2f, .3f, .4f, Float.NaN, Float.NaN}, {.3f, .6f, .5f, 0, Float.NaN, 1}
        },
        "run",
        false);
  }

  @Test
  void meanIsTakenOverTheMembers() {
    PredictionTable mean = table().mean();
    assertEquals(.2f, mean.probability(0, 0), 1e-7);
    assertEquals(.4f, mean.probability(0, 1), 1e-7);
    assertEquals(.2f, mean.probability(1, 1), 1e-7);
    assertFalse(mean.has(2));
    assertEquals("run", mean.source());
  }

  @Test
  void rowsAddedLaterHaveNoPredictions() {
    float[] target = new float[2];
    table().copy(1, 7, target, 0);
    assertArrayEquals(new float[] {Float.NaN, Float.NaN}, target);
    assertFalse(table().has(7));
    assertFalse(table().has(2));
    assertTrue(table().has(0));
  }

  @Test
  void comesBackFromItsFile() throws Exception {
    Path file = folder.resolve(EnsemblePredictions.FILE_NAME);
    table().write(file);
    EnsemblePredictions read = EnsemblePredictions.read(file, CLASSES, "run", false);
    assertEquals(2, read.members());
    assertEquals(3, read.rows());
    for (int member = 0; member < 2; member++) {
      for (int row = 0; row < 3; row++) {
        float[] wanted = new float[2];
        float[] found = new float[2];
        table().copy(member, row, wanted, 0);
        read.copy(member, row, found, 0);
        assertArrayEquals(wanted, found);
      }
    }
  }

  @Test
  void aFileOfOtherClassesIsRefusedWithItsName() throws Exception {
    Path file = folder.resolve(EnsemblePredictions.FILE_NAME);
    table().write(file);
    String message =
        assertThrows(
                ProjectFormatException.class,
                () -> EnsemblePredictions.read(file, List.of("a"), "run", false))
            .getMessage();
    assertTrue(message.contains(EnsemblePredictions.FILE_NAME), message);
    assertTrue(message.contains("Train again"), message);
  }
}
