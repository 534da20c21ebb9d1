// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
  private final FeatureMatrix matrix = FeatureMatrix.of(new int[] {2}, new float[] {1, 2, 3, 4});

  @Test
  void gathersRowsInTheOrderAskedFor() {
    float[] target = new float[6];
    matrix.gather(new int[] {1, 0, 1}, target);
    assertArrayEquals(new float[] {3, 4, 1, 2, 3, 4}, target);
  }

  @Test
  void rowsAddedLaterReadAsNotANumber() {
    FeatureMatrix longer = matrix.withRows(3);
    float[] target = new float[4];
    longer.gather(new int[] {2, 1}, target);
    assertArrayEquals(new float[] {Float.NaN, Float.NaN, 3, 4}, target);
    assertEquals(3, longer.rows());
    assertThrows(IndexOutOfBoundsException.class, () -> longer.read(3, target, 0));
    assertSame(matrix, matrix.withRows(2));
  }

  @Test
  void valuesMustFillWholeRows() {
    assertThrows(
        IllegalArgumentException.class, () -> FeatureMatrix.of(new int[] {2}, new float[3]));
  }
}
