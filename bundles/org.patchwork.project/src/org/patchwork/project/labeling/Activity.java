// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time spent at work. A person shows that he is at work by keys, clicks and moves of the mouse; the
 * time between two such signs counts if it is no longer than {@link #IDLE}, and counts nothing if
 * it is longer, for then he was away. Not thread-safe.
 */
public final class Activity {
  /** Longest pause between two signs of life that is still work. */
  public static final Duration IDLE = Duration.ofSeconds(60);

  private static final long NEVER = Long.MIN_VALUE;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongSupplier nanoTime;
  private long last = NEVER;
  private long batch;
  private long total;

  /**
   * No work yet.
   *
   * @param nanoTime as {@link System#nanoTime()}, which no change of the wall clock disturbs
   */
  public Activity(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A sign of life: a key, a click, a move of the mouse. */
  public void touch() {
    long now = nanoTime.getAsLong();
    if (last != NEVER && now - last <= IDLE.toNanos()) {
      batch += now - last;
      total += now - last;
    }
    last = now;
  }

  /** Milliseconds of work since this was asked last; asking is a sign of life itself. */
  public long takeMillis() {
    touch();
    long millis = batch / NANOS_PER_MILLI;
    batch -= millis * NANOS_PER_MILLI;
    return millis;
  }

  /** All work since the start. */
  public Duration total() {
    return Duration.ofNanos(total);
  }

  /** Starts anew, for example because another project was opened. */
  public void reset() {
    last = NEVER;
    batch = 0;
    total = 0;
  }
}
