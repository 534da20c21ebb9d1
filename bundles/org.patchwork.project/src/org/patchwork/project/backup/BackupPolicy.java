// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import java.time.Duration;

/**
 * How often backups are made and how long they are kept. Those asked for by hand are never deleted.
 *
 * @param interval time between two automatic backups, if anything changed
 * @param newest so many of the newest are kept
 * @param days the last of each day is kept for so many days
 * @param weeks the last of each week is kept for so many weeks
 * @param maximumBytes when all together are larger, the oldest go first; the newest two stay
 */
public record BackupPolicy(Duration interval, int newest, int days, int weeks, long maximumBytes) {
  /** Every half hour; five, a week of days, a month of weeks; at most 4 GiB. */
  public static final BackupPolicy DEFAULT =
      new BackupPolicy(Duration.ofMinutes(30), 5, 7, 4, 4L << 30);

  public BackupPolicy {
    if (interval.isNegative() || newest < 1 || days < 0 || weeks < 0) {
      throw new IllegalArgumentException("A backup policy keeps at least the newest backup");
    }
  }
}
