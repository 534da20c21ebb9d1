// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  /** Of seed 42 and "weights", computed apart in Python. */
  private static final long EXPECTED = 5349418825365808773L;

  private static long[] draws(long seed, String name) {
    return new RandomStreams(seed).stream(name).longs(5).toArray();
  }

  @Test
  void equalSeedAndNameGiveEqualDraws() {
    assertArrayEquals(draws(1, "batches"), draws(1, "batches"));
  }

  @Test
  void namesAndSeedsGiveDifferentDraws() {
    Set<Long> first = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      for (String name : new String[] {"batches", "weights", ""}) {
        first.add(draws(seed, name)[0]);
      }
    }
    assertEquals(300, first.size());
  }

  /** A recorded seed must give the same run in every later version. */
  @Test
  void seedsNeverChange() {
    assertEquals(EXPECTED, new RandomStreams(42).seedOf("weights"));
    assertNotEquals(EXPECTED, new RandomStreams(43).seedOf("weights"));
  }
}
