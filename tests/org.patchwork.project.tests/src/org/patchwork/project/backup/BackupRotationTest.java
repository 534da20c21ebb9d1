// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.internal.project.backup.BackupRotation;

class BackupRotationTest {
  private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z"); // a Wednesday
  private static final long UNLIMITED = Long.MAX_VALUE;

  private static Backup backup(String time, String reason) {
    return new Backup(Path.of("backups", time), Instant.parse(time + "Z"), reason, 1, 1, 10);
  }

  private static List<String> kept(BackupPolicy policy, List<Backup> backups) {
    List<Backup> kept = new ArrayList<>(backups);
    kept.removeAll(BackupRotation.outdated(backups, policy, NOW));
    return kept.stream().map(Backup::name).toList();
  }

  private static BackupPolicy policy(int newest, int days, int weeks, long bytes) {
    return new BackupPolicy(Duration.ofMinutes(30), newest, days, weeks, bytes);
  }

  @Test
  void keepsTheNewestTheLastOfDaysAndTheLastOfWeeks() {
    List<Backup> backups =
        List.of(
            backup("2026-05-20T11:00:00", Backup.AUTOMATIC),
            backup("2026-05-20T10:00:00", Backup.AUTOMATIC),
            backup("2026-05-20T09:00:00", Backup.AUTOMATIC),
            backup("2026-05-19T18:00:00", Backup.AUTOMATIC),
            backup("2026-05-19T09:00:00", Backup.AUTOMATIC),
            backup("2026-05-15T18:00:00", Backup.AUTOMATIC),
            backup("2026-05-14T18:00:00", Backup.AUTOMATIC),
            backup("2026-04-01T18:00:00", Backup.AUTOMATIC));
    assertEquals(
        List.of(
            "2026-05-20T11:00:00",
            "2026-05-20T10:00:00",
            "2026-05-19T18:00:00",
            "2026-05-15T18:00:00"),
        kept(policy(2, 2, 2, UNLIMITED), backups));
  }

  @Test
  void keepsWhatWasMadeByHand() {
    List<Backup> backups =
        List.of(
            backup("2026-05-20T11:00:00", Backup.AUTOMATIC),
            backup("2025-05-20T10:00:00", Backup.BY_HAND),
            backup("2025-05-20T09:00:00", "before restoring"));
    assertEquals(
        List.of("2026-05-20T11:00:00", "2025-05-20T10:00:00"),
        kept(policy(1, 7, 4, UNLIMITED), backups));
  }

  @Test
  void staysBelowItsShareOfTheDisk() {
    List<Backup> backups = new ArrayList<>();
    for (int day = 20; day > 10; day--) {
      backups.add(backup("2026-05-" + day + "T10:00:00", Backup.AUTOMATIC));
    }
    assertEquals(3, kept(policy(5, 9, 9, 30), backups).size());
    assertEquals(2, kept(policy(5, 9, 9, 1), backups).size());
  }
}
