// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.function.LongSupplier;

/** Lets through at most one report per interval. */
public final class Throttle {
  /** Ten reports a second: smooth for the eye, cheap for a screen. */
  public static final long REPORTS = 100_000_000L;

  private final LongSupplier nanoTime;
  private final long interval;
  private long next;

  /**
   * Makes a throttle whose first report passes after one interval.
   *
   * @param nanoTime clock, as {@link System#nanoTime()}
   * @param interval in nanoseconds
   */
  public Throttle(LongSupplier nanoTime, long interval) {
    this.nanoTime = nanoTime;
    this.interval = interval;
    this.next = nanoTime.getAsLong() + interval;
  }

  /** True if a report is due; the next one then is an interval later. */
  public boolean due() {
    long now = nanoTime.getAsLong();
    if (now - next < 0) {
      return false;
    }
    next = now + interval;
    return true;
  }
}
