// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final int COUNT = 601; // neither blocks nor slices come out even

  @Test
  void everyPairIsMeasuredOnce() {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[COUNT * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Points points = new Points(values, COUNT, 5);
    int[] taken = new int[COUNT];
    Pairs.forEach(
        points,
        new NullProgressMonitor(),
        (point, distances) -> {
          taken[point]++;
          assertEquals(COUNT, distances.length);
          for (int other = 0; other < COUNT; other += 7) {
            double expected = points.squaredDistance(point, points, other);
            assertEquals(expected, distances[other], 1e-4, point + " and " + other);
          }
        });
    for (int point = 0; point < COUNT; point++) {
      assertEquals(1, taken[point]);
    }
  }
}
