// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final Points SQUARE = new Points(new float[] {0, 0, 1, 0, 0, 2, 3, 0, 0, 0}, 5, 2);

  /**
   * Squared distances from the first point are 0, 1, 4, 9, 0, so the next start has chances 1/14,
   * 4/14, 9/14.
   */
  @Test
  void startsAreDrawnInProportionToSquaredDistances() {
    float[] distances = new float[5];
    for (int point = 0; point < 5; point++) {
      distances[point] = (float) SQUARE.squaredDistance(point, SQUARE, 0);
    }
    SplittableRandom random = new SplittableRandom(9);
    int draws = 100_000;
    int[] chosen = new int[5];
    for (int draw = 0; draw < draws; draw++) {
      chosen[KMeans.draw(distances, random)]++;
    }
    double[] wanted = {0, 1 / 14.0, 4 / 14.0, 9 / 14.0, 0};
    for (int point = 0; point < 5; point++) {
      assertEquals(wanted[point], chosen[point] / (double) draws, 0.01, "point " + point);
    }
    assertEquals(-1, KMeans.draw(new float[3], random));
  }

  @Test
  void equalPointsGiveOneCluster() {
    Points same = new Points(new float[12], 6, 2);
    KMeans.Clusters clusters =
        new KMeans(same, new SplittableRandom(1)).run(4, 5, new NullProgressMonitor());
    assertEquals(1, clusters.centres().count());
    assertArrayEquals(new int[] {6}, clusters.sizes());
  }

  @Test
  void findsSeparateGroupsAndTheirMeans() {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[300];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (i % 3 * 10 + random.nextGaussian() * 0.1);
    }
    KMeans.Clusters clusters =
        new KMeans(new Points(values, 300, 1), random).run(3, 20, new NullProgressMonitor());
    float[] centres = clusters.centres().values().clone();
    Arrays.sort(centres);
    assertArrayEquals(new float[] {0, 10, 20}, centres, 0.1f);
    assertArrayEquals(new int[] {100, 100, 100}, clusters.sizes());
  }

  @Test
  void pointsNearTakenPlacesBelongToNoCluster() {
    float[] values = {0, 0.1f, 9, 9.2f};
    float[] taken = {0, 0.01f, 81, 84.6f};
    KMeans.Clusters clusters =
        new KMeans(new Points(values, 4, 1), taken, new SplittableRandom(1))
            .run(1, 10, new NullProgressMonitor());
    assertArrayEquals(new int[] {-1, -1, 0, 0}, clusters.cluster());
    assertEquals(9.1f, clusters.centres().values()[0], 1e-5);
  }

  @Test
  void theNearestCentreIsFoundAsByBruteForce() {
    SplittableRandom random = new SplittableRandom(4);
    Points points = random(random, 700, 11);
    Points centres = random(random, 13, 11);
    int[] nearest = new int[700];
    float[] distances = new float[700];
    new NearestCentre(centres).find(points, nearest, distances);
    for (int p = 0; p < 700; p++) {
      for (int c = 0; c < 13; c++) {
        assertTrue(distances[p] <= points.squaredDistance(p, centres, c) + 1e-3);
      }
      assertEquals(points.squaredDistance(p, centres, nearest[p]), distances[p], 1e-3);
    }
  }

  @Test
  void cancelIsHonoured() {
    NullProgressMonitor canceled = new NullProgressMonitor();
    canceled.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> new KMeans(SQUARE, new SplittableRandom(1)).run(2, 5, canceled));
  }

  private static Points random(SplittableRandom random, int count, int width) {
    float[] values = new float[count * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Points(values, count, width);
  }
}
