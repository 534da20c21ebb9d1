// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many images were labelled in the last minute. Safe to use from several threads. */
final class LabelRate {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Batch(Instant time, int images) {}

  private final InstantSource clock;
  private final Deque<Batch> batches = new ArrayDeque<>();
  private int sum;

  LabelRate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes that this many images were labelled now; a negative number, as of an undo, takes them
   * back.
   */
  synchronized void add(int images) {
    batches.addLast(new Batch(clock.instant(), images));
    sum += images;
  }

  /** Images labelled within the last 60 seconds, at least 0. */
  synchronized int perMinute() {
    Instant start = clock.instant().minus(WINDOW);
    while (!batches.isEmpty() && !batches.getFirst().time().isAfter(start)) {
      sum -= batches.removeFirst().images();
    }
    return Math.max(0, sum);
  }
}
