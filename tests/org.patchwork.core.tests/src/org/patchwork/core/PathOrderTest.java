// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathOrderTest {

  @Test
  void ranksAreThePlacesAmongTheSortedPaths() {
    assertArrayEquals(new int[] {2, 0, 3, 1}, PathOrder.ranks(new String[] {"c", "a", "d", "b"}));
    assertArrayEquals(new int[0], PathOrder.ranks(new String[0]));
    assertArrayEquals(new int[] {0}, PathOrder.ranks(new String[] {"one"}));
  }

  /** Random order, and sorted pieces as folders give them; more than one thread sorts. */
  @Test
  void agreesWithTheLibrary() {
    SplittableRandom random = new SplittableRandom(3);
    String[] paths =
        IntStream.range(0, 40_000)
            .mapToObj(i -> "folder/" + random.nextLong() + ".png")
            .toArray(String[]::new);
    assertSorted(paths);
    Arrays.sort(paths, 0, 15_000);
    Arrays.sort(paths, 15_000, 40_000);
    assertSorted(paths);
    Arrays.sort(paths);
    assertSorted(paths);
  }

  private static void assertSorted(String[] paths) {
    int[] ranks = PathOrder.ranks(paths);
    String[] placed = new String[paths.length];
    for (int row = 0; row < paths.length; row++) {
      placed[ranks[row]] = paths[row];
    }
    String[] sorted = paths.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, placed);
  }

  @Test
  void theOrderIsKeptWhileTheRowsStay() {
    RowKeys keys = RowKeys.EMPTY.with(List.of("b", "a"), Collections.nCopies(2, null));
    assertSame(keys.pathRanks(), keys.pathRanks());
    LabelTable table = LabelTable.empty().withRows(List.of("b", "a"), Arrays.asList(null, null));
    assertArrayEquals(new int[] {1, 0}, table.pathRanks(new int[] {0, 1}));
    LabelTable more = table.withRows(List.of("aa"), Collections.singletonList(null));
    assertArrayEquals(new int[] {1, 2}, more.pathRanks(new int[] {2, 0}));
  }
}
