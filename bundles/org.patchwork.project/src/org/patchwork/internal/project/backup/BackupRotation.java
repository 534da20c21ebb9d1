// SPDX-License-Identifier: MIT
package org.patchwork.internal.project.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.BackupPolicy;

/** Says which backups are no longer needed. */
public final class BackupRotation {
  private static final int ALWAYS_KEPT = 2;

  private BackupRotation() {}

  /**
   * Backups to delete; days and weeks are those of UTC.
   *
   * @param backups newest first
   */
  public static List<Backup> outdated(List<Backup> backups, BackupPolicy policy, Instant now) {
    List<Backup> own = backups.stream().filter(b -> !b.reason().equals(Backup.BY_HAND)).toList();
    List<Backup> kept = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    Set<String> weeks = new HashSet<>();
    for (Backup backup : own) {
      LocalDate day = backup.time().atZone(ZoneOffset.UTC).toLocalDate();
      Duration age = Duration.between(backup.time(), now);
      boolean lastOfDay = days.add(day) && age.toDays() < policy.days();
      boolean lastOfWeek = weeks.add(week(day)) && age.toDays() < 7L * policy.weeks();
      if (kept.size() < policy.newest() || lastOfDay || lastOfWeek) {
        kept.add(backup);
      }
    }
    long bytes = backups.stream().mapToLong(Backup::bytes).sum();
    bytes -= own.stream().filter(b -> !kept.contains(b)).mapToLong(Backup::bytes).sum();
    while (bytes > policy.maximumBytes() && kept.size() > ALWAYS_KEPT) {
      bytes -= kept.remove(kept.size() - 1).bytes();
    }
    return own.stream().filter(b -> !kept.contains(b)).toList();
  }

  private static String week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
