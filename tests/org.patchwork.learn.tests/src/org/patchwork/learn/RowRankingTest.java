// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowRankingTest {
  private static final float NONE = Float.NaN;

  @Test
  void tiesKeepTheirOrderAndNothingIsWorst() {
    float[] scores = {.5f, NONE, -1, .5f, 0, -0f, Float.NEGATIVE_INFINITY};
    assertArrayEquals(new int[] {6, 2, 4, 5, 0, 3, 1}, RowRanking.smallest(scores, 9));
    assertArrayEquals(new int[] {0, 3, 4, 5, 2, 6, 1}, RowRanking.largest(scores, 9));
    assertArrayEquals(new int[0], RowRanking.smallest(scores, 0));
    assertArrayEquals(new int[0], RowRanking.smallest(new float[0], 3));
  }

  /** From one of many, by the heap, up to all, by sorting. */
  @Test
  void agreesWithAStableSort() {
    SplittableRandom random = new SplittableRandom(5);
    float[] scores = new float[3_000];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(20) == 0 ? NONE : random.nextInt(200) / 10f - 10;
    }
    Comparator<Integer> ascending = Comparator.comparing(i -> scores[i]); // NaN is last
    Comparator<Integer> descending =
        Comparator.comparing(i -> Float.isNaN(scores[i]) ? 100 : -scores[i] + 0f);
    for (int count : new int[] {1, 2, 7, 100, 187, 188, 1_000, 2_999, 3_000}) {
      assertArrayEquals(sorted(scores, ascending, count), RowRanking.smallest(scores, count));
      assertArrayEquals(sorted(scores, descending, count), RowRanking.largest(scores, count));
    }
  }

  private static int[] sorted(float[] scores, Comparator<Integer> order, int count) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(order)
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
