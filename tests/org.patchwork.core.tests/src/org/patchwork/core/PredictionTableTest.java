// SPDX-License-Identifier: MIT
package org.patchwork.core;

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
  void withoutClassesThereAreNoRows() {
    PredictionTable empty = new PredictionTable(List.of(), new float[0][], "run", false);
    assertEquals(0, empty.rows());
    assertFalse(empty.has(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PredictionTable(List.of("a"), new float[0][], "run", false));
  }
}
