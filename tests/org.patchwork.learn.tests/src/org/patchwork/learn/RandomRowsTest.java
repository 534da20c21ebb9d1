// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomRowsTest {
  private static final int[] ROWS = {3, 1, 4, 15, 9, 2, 6};

  @Test
  void theSameSeedGivesTheSameOrderOfArraysAndLists() {
    int[] shuffled = RandomRows.shuffled(ROWS, new SplittableRandom(5));
    assertArrayEquals(new int[] {3, 1, 4, 15, 9, 2, 6}, ROWS, "not changed");
    assertArrayEquals(shuffled, RandomRows.shuffled(ROWS, new SplittableRandom(5)));
    List<Integer> list = new ArrayList<>(Arrays.stream(ROWS).boxed().toList());
    RandomRows.shuffle(list, new SplittableRandom(5));
    assertEquals(Arrays.stream(shuffled).boxed().toList(), list);
    assertArrayEquals(
        Arrays.stream(ROWS).sorted().toArray(), Arrays.stream(shuffled).sorted().toArray());
  }

  @Test
  void everyOrderIsAboutAsFrequent() {
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[6];
    for (int i = 0; i < 6000; i++) {
      int[] order = RandomRows.shuffled(new int[] {0, 1, 2}, random);
      counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
    }
    int least = Arrays.stream(counts).min().orElseThrow();
    int most = Arrays.stream(counts).max().orElseThrow();
    assertEquals(1000, (least + most) / 2, 100, () -> Arrays.toString(counts));
  }

  @Test
  void drawsAreDistinctAndNoMoreThanThereAre() {
    int[] drawn = RandomRows.withoutReplacement(ROWS, 5, new SplittableRandom(2));
    assertEquals(5, IntStream.of(drawn).distinct().count());
    assertEquals(
        ROWS.length, RandomRows.withoutReplacement(ROWS, 99, new SplittableRandom()).length);
  }
}
