// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent, named random generators from one recorded seed, so that drawing more in one place
 * never shifts the draws of another.
 *
 * @param seed the seed that stands in the run record
 */
public record RandomStreams(long seed) {

  /** A new generator for this purpose; equal seed and name give equal draws. */
  public RandomGenerator stream(String name) {
    return new SplittableRandom(seedOf(name));
  }

  /** A seed for code that seeds its own generator, such as the engine. */
  public long seedOf(String name) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bit: stable across machines and Java versions
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    long mixed = (hash ^ seed) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
