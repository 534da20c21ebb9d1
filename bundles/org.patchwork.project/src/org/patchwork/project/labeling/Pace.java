// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Labels per minute of work, over the last minutes of it; a break neither lowers the figure nor
 * counts. Not thread-safe.
 */
public final class Pace {
  /** How far back the figure looks, in time at work. */
  public static final Duration WINDOW = Duration.ofMinutes(2);

  /** Least time over which labels are counted, so that the first key gives no absurd figure. */
  private static final Duration LEAST = Duration.ofSeconds(20);

  private static final double MILLIS_PER_MINUTE = 60_000;

  private record Batch(Duration at, int labels) {}

  private final Deque<Batch> batches = new ArrayDeque<>();
  private int sum;

  /**
   * Notes labels.
   *
   * @param labels how many; a negative number, as of an undo, takes them back
   * @param worked time at work so far, never falling
   */
  public void add(int labels, Duration worked) {
    batches.addLast(new Batch(worked, labels));
    sum += labels;
  }

  /** Labels per minute, at least 0. */
  public int perMinute(Duration worked) {
    Duration start = worked.minus(WINDOW);
    while (!batches.isEmpty() && batches.getFirst().at().compareTo(start) < 0) {
      sum -= batches.removeFirst().labels();
    }
    long span = Math.min(WINDOW.toMillis(), Math.max(LEAST.toMillis(), worked.toMillis()));
    return (int) Math.max(0, Math.round(sum * MILLIS_PER_MINUTE / span));
  }
}
