// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTableTest {
  private final PredictionTable table =
      new PredictionTable(
          List.of("a", "b"), new float[][] {{.1f, .2f}, {.3f, Float.NaN}}, "run", false);

  @Test
  void rowsAddedLaterHaveNoPrediction() {
    assertEquals(.3f, table.probability(0, 1));
    assertTrue(Float.isNaN(table.probability(7, 0)));
    assertTrue(table.has(0));
    assertFalse(table.has(1));
    assertFalse(table.has(7));
  }

  @Test
  void knowsWhetherAnythingIsMissing() {
    assertFalse(table.complete());
    PredictionTable full =
        new PredictionTable(List.of("a", "b"), new float[][] {{.1f}, {.3f}}, "run", false);
    assertTrue(full.complete());
    assertTrue(full.complete());
    PredictionTable ragged =
        new PredictionTable(List.of("a", "b"), new float[][] {{.1f, .2f}, {.3f}}, "run", false);
    assertFalse(ragged.complete());
  }

  @Test
  void aColumnIsReadForSomeRows() {
    float[] target = new float[3];
    table.gather(1, new int[] {5, 1, 0, 7}, 1, 4, target);
    assertArrayEquals(new float[] {Float.NaN, .3f, Float.NaN}, target);
  }

  @Test
  void withoutClassesThereAreNoRows() {
    PredictionTable empty = new PredictionTable(List.of(), new float[0][], "run", false);
    assertEquals(0, empty.rows());
    assertFalse(empty.has(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PredictionTable(List.of("a"), new float[0][], "run", false));
  }
}
