// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
  private static final int PLACES = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anySequenceOfChangesEqualsABitSet(long seed) {
    Random random = new Random(seed);
    Ranges ranges = Ranges.NONE;
    BitSet bits = new BitSet();
    for (int step = 0; step < 200; step++) {
      int first = random.nextInt(PLACES);
      int end = first + random.nextInt(PLACES - first + 1);
      BitSet change = new BitSet();
      change.set(first, end);
      if (random.nextBoolean()) {
        ranges = ranges.or(Ranges.of(first, end));
        bits.or(change);
      } else {
        ranges = ranges.xor(Ranges.of(first, end));
        bits.xor(change);
      }
      assertArrayEquals(bits.stream().toArray(), ranges.toArray());
      assertEquals(bits.cardinality(), ranges.count());
      for (int place = 0; place <= PLACES; place++) {
        assertEquals(bits.get(place), ranges.contains(place), "place " + place);
      }
    }
  }

  @Test
  void neighboursAreOneRange() {
    assertEquals(2, Ranges.ofAscending(new int[] {3, 4, 5, 9}).size());
    assertEquals(1, Ranges.of(0, 5).or(Ranges.of(5, 2_000_000)).size());
    assertEquals(0, Ranges.of(0, 5).xor(Ranges.of(0, 5)).size());
  }
}
