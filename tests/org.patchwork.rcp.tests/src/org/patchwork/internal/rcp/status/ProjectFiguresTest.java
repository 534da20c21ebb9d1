// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProjectFiguresTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 5, 11, 0, 0, 0, ZoneOffset.UTC);

  @Test
  void saysEverythingAboutAProjectInWork() {
    ProjectFigures figures =
        new ProjectFigures(
            "trash",
            false,
            2527,
            1240,
            31,
            Duration.ofMinutes(72),
            3,
            2,
            NOW.withHour(10).withMinute(42),
            OptionalDouble.of(.943),
            0,
            null);
    assertEquals(
        "trash  ·  1,240 of 2,527 labelled  ·  31 a minute  ·  1 h 12 min at work  ·  2 of 3 goals"
            + "  ·  model of 10:42, AUC .94  ·  saved",
        figures.text(NOW));
  }

  @Test
  void leavesOutWhatThereIsNot() {
    ProjectFigures figures =
        new ProjectFigures(
            "trash",
            true,
            10,
            0,
            0,
            Duration.ofSeconds(59),
            0,
            0,
            null,
            OptionalDouble.empty(),
            0,
            null);
    assertEquals(
        "trash (read-only)  ·  0 of 10 labelled  ·  no model yet  ·  saved", figures.text(NOW));
  }

  @Test
  void aModelOfAnotherDayHasItsDate() {
    ProjectFigures figures =
        new ProjectFigures(
            "t",
            false,
            1,
            1,
            0,
            Duration.ZERO,
            0,
            0,
            NOW.minusDays(2),
            OptionalDouble.of(1),
            0,
            null);
    assertEquals(
        "t  ·  1 of 1 labelled  ·  model of 3 Mar 11:00, AUC 1.00  ·  saved", figures.text(NOW));
  }

  @Test
  void neverClaimsThatWhatFailedIsSaved() {
    ProjectFigures failed =
        new ProjectFigures(
            "t",
            false,
            1,
            1,
            0,
            Duration.ZERO,
            0,
            0,
            null,
            OptionalDouble.empty(),
            2,
            "The disk is full.");
    assertEquals("t  ·  1 of 1 labelled  ·  no model yet  ·  not saved", failed.text(NOW));
  }
}
