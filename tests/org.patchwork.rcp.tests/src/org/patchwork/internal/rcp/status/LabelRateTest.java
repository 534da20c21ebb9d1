// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LabelRateTest {
  private Instant now = Instant.parse("2026-01-01T10:00:00Z");
  private final LabelRate rate = new LabelRate(() -> now);

  @Test
  void countsTheLastMinuteOnly() {
    rate.add(5);
    now = now.plusSeconds(30);
    rate.add(7);
    assertEquals(12, rate.perMinute());
    now = now.plusSeconds(30);
    assertEquals(7, rate.perMinute(), "what is 60 seconds old no longer counts");
    now = now.plusSeconds(30);
    assertEquals(0, rate.perMinute());
  }

  @Test
  void undoTakesBackWhatWasCounted() {
    rate.add(5);
    rate.add(-5);
    assertEquals(0, rate.perMinute());
  }

  @Test
  void undoOfWorkLongAgoGivesNoNegativeRate() {
    rate.add(-3);
    assertEquals(0, rate.perMinute());
  }
}
