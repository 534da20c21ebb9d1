// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class SpreadPicksTest {
  private static final int DRAWS = 40_000;

  @Test
  void distancesAndChancesAreThoseOfTheOracle() throws Exception {
    for (JsonNode oracle : Oracles.cases("spreadPicks")) {
      Points points = points(oracle);
      float[] nearest = nearest(points, oracle);
      assertArrayEquals(Oracles.doubles(oracle.get("squaredDistances")), doubles(nearest), 1e-6);
      check(Oracles.doubles(oracle.get("chances")), points, nearest);
    }
  }

  @Test
  void whatIsNoCandidateHasNoChanceButIsKeptAwayFrom() throws Exception {
    JsonNode oracle = Oracles.cases("spreadPicks").get(0);
    Points points = points(oracle);
    float[] nearest = nearest(points, oracle);
    nearest[2] = 0; // left out of the candidates
    check(Oracles.doubles(oracle.get("chancesWithoutThird")), points, nearest);
  }

  /** Chi-square with a limit that a right law passes in all but one of 10,000 seeds. */
  private static void check(double[] chances, Points points, float[] nearest) {
    int[] counts = new int[chances.length];
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < DRAWS; i++) {
      counts[picks(points, nearest.clone(), 1, random)[0]]++;
    }
    double chiSquare = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = DRAWS * chances[i];
      if (expected == 0) {
        assertEquals(0, counts[i], "point " + i + " must not come");
      } else {
        chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
      }
    }
    assertTrue(chiSquare < 23.5, "chi-square " + chiSquare + " of " + Arrays.toString(counts));
  }

  @Test
  void theSecondPickFollowsTheDistancesFromTheFirst() {
    Points line = new Points(new float[] {0, 1, 3}, 3, 1);
    int[][] pairs = new int[3][3];
    RandomGenerator random = new SplittableRandom(8);
    for (int i = 0; i < DRAWS; i++) {
      int[] two = picks(line, NearestCentre.unreached(3), 2, random);
      pairs[two[0]][two[1]]++;
    }
    double[][] chances = {{0, 1 / 10., 9 / 10.}, {1 / 5., 0, 4 / 5.}, {9 / 13., 4 / 13., 0}};
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        double share = 3.0 * pairs[first][second] / DRAWS; // the first is uniform
        assertEquals(chances[first][second], share, 0.02, first + " then " + second);
      }
    }
  }

  @Test
  void ofPointsThatAreTheSameOnlyOneIsPicked() {
    Points same = new Points(new float[] {2, 2, 2, 2}, 4, 1);
    RandomGenerator random = new SplittableRandom(1);
    assertEquals(1, picks(same, NearestCentre.unreached(4), 3, random).length);
    float[] taken = new float[4];
    assertEquals(0, picks(same, taken, 3, random).length);
  }

  @Test
  void picksAreDistinctAndNoMoreThanThereAre() {
    Points line = new Points(new float[] {0, 1, 2, 3}, 4, 1);
    int[] all = picks(line, NearestCentre.unreached(4), 9, new SplittableRandom(1));
    assertEquals(4, Arrays.stream(all).distinct().count());
  }

  @Test
  void farthestFirstGoesToTheEndsThenToTheMiddle() {
    Points line = new Points(new float[] {0, 1, 2, 7, 12}, 5, 1);
    float[] nearest = NearestCentre.unreached(5);
    PointSpace space = new PointSpace(line);
    space.approach(0, nearest);
    SpreadPicks picks =
        new SpreadPicks(space, nearest)
            .farthest(3, new SplittableRandom(1), new NullProgressMonitor());
    assertArrayEquals(new int[] {4, 3, 2}, picks.points());
    assertArrayEquals(new float[] {12, 5, 2}, picks.distances(), 1e-5f);
  }

  private static int[] picks(Points points, float[] nearest, int count, RandomGenerator random) {
    return new SpreadPicks(new PointSpace(points), nearest)
        .byLot(count, random, new NullProgressMonitor())
        .points();
  }

  private static float[] nearest(Points points, JsonNode oracle) {
    float[] nearest = NearestCentre.unreached(points.count());
    PointSpace space = new PointSpace(points);
    for (int taken : Oracles.ints(oracle.get("taken"))) {
      space.approach(taken, nearest);
    }
    return nearest;
  }

  private static Points points(JsonNode oracle) {
    double[] values = Oracles.matrix(oracle.get("points")).values();
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return new Points(floats, oracle.get("points").size(), oracle.get("points").get(0).size());
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }
}
