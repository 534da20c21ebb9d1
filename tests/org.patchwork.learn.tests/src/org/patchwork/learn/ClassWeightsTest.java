// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;

class ClassWeightsTest {
  private static final double TOLERANCE = 1e-6;

  /** Class 0: nine absent, one present; class 1: nothing known; class 2: only present. */
  private static LabelCounts counts() {
    int[] rows = IntStream.range(0, 10).toArray();
    byte[] first = new byte[10];
    first[4] = LabelTable.PRESENT;
    byte[] third = new byte[10];
    Arrays.fill(third, LabelTable.PRESENT);
    return LabelCounts.of(
        Oracles.table(10, 3).withLabels(0, rows, first).withLabels(2, rows, third));
  }

  @Test
  void balancedMakesPresentAndAbsentWeighAlikeInSum() {
    ClassWeights weights = ClassWeights.of(ClassWeighting.BALANCED, counts());
    assertEquals(10 / 2.0, weights.present()[0], TOLERANCE);
    assertEquals(10 / 18.0, weights.absent()[0], TOLERANCE);
  }

  @Test
  void theLabelsOfAClassWeighOneOnAverage() {
    for (ClassWeighting weighting : ClassWeighting.values()) {
      ClassWeights weights = ClassWeights.of(weighting, counts());
      assertEquals(10, weights.present()[0] + 9 * weights.absent()[0], 1e-5, weighting.name());
    }
  }

  @Test
  void theKindsLieBetweenNoneAndBalanced() {
    double none = ratio(ClassWeighting.NONE);
    double root = ratio(ClassWeighting.SQUARE_ROOT);
    double effective = ratio(ClassWeighting.EFFECTIVE_NUMBER);
    double balanced = ratio(ClassWeighting.BALANCED);
    assertEquals(1, none, TOLERANCE);
    assertEquals(3, root, 1e-5);
    assertEquals((1 - Math.pow(0.999, 9)) / (1 - 0.999), effective, 1e-4);
    assertEquals(9, balanced, 1e-5);
  }

  private static double ratio(ClassWeighting weighting) {
    ClassWeights weights = ClassWeights.of(weighting, counts());
    return weights.present()[0] / weights.absent()[0];
  }

  @Test
  void whereAValueHasNoLabelAllWeighOne() {
    ClassWeights weights = ClassWeights.of(ClassWeighting.BALANCED, counts());
    for (int c = 1; c <= 2; c++) {
      assertEquals(1, weights.present()[c]);
      assertEquals(1, weights.absent()[c]);
    }
    assertFalse(weights.even());
    assertTrue(ClassWeights.of(ClassWeighting.NONE, counts()).even());
  }

  @Test
  void eachCellGetsTheWeightOfItsClassAndValue() {
    ClassWeights weights = new ClassWeights(new float[] {2, 3}, new float[] {5, 7});
    ReferenceValue target = ReferenceValue.of(new double[] {1, 0, 0, 1, -1, 1}, 3, 2);
    assertArrayEquals(
        new double[] {5, 3, 2, 7, 2, 7},
        ReferenceOps.value(weights.cells(new ReferenceOps(), target)).values());
  }
}
