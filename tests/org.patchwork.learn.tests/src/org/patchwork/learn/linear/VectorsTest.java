// SPDX-License-Identifier: MIT
package org.patchwork.learn.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorsTest {
  @Test
  void allInnerProductsAreThoseByHandWhateverTheLength() {
    for (int length = 0; length < 10; length++) {
      float[] a = new float[length];
      float[] b = new float[length];
      double[] wideA = new double[length];
      double[] wideB = new double[length];
      double byHand = 0;
      for (int j = 0; j < length; j++) {
        a[j] = j + 1;
        b[j] = 2 - j;
        wideA[j] = a[j];
        wideB[j] = b[j];
        byHand += (j + 1) * (2 - j);
      }
      assertEquals(byHand, Vectors.dot(a, b));
      assertEquals(byHand, Vectors.quickDot(a, b));
      assertEquals(byHand, Vectors.dot(wideA, wideB));
    }
  }

  @Test
  void floatsAreSummedInDoublePrecision() {
    float[] values = {1e8f, 1, -1e8f};
    assertEquals(1, Vectors.dot(values, new float[] {1, 1, 1}));
  }
}
