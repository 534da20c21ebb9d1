// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChipRowTest {
  private static final int COUNTER = 20;

  @Test
  void namesThatFitAreShownInFull() {
    assertEquals(new ChipRow(List.of(30, 150), 0), row(200, 30, 150));
  }

  @Test
  void longNamesGiveWayAndShortOnesStay() {
    ChipRow row = row(163, 30, 300, 300);
    assertEquals(30, row.widths().get(0));
    assertEquals(row.widths().get(1), row.widths().get(2));
    assertEquals(0, row.left());
    assertTrue(used(row) <= 163, row.toString());
  }

  @Test
  void whatHasNoRoomIsCounted() {
    ChipRow row = row(100, 90, 90, 90, 90);
    assertEquals(1, row.widths().size());
    assertEquals(3, row.left());
    assertTrue(used(row) + ChipRow.GAP + COUNTER <= 100, row.toString());
  }

  @Test
  void knowsWhetherNamesCanStillBeTold() {
    assertTrue(row(200, 90, 90).isReadable(List.of(90, 90)));
    assertTrue(row(30, 20).isReadable(List.of(20)), "short, but in full");
    assertFalse(row(30, 90).isReadable(List.of(90)));
    assertFalse(row(100, 90, 90, 90).isReadable(List.of(90, 90, 90)), "one is left out");
  }

  @Test
  void oneNameIsShownHoweverNarrowTheRow() {
    assertEquals(new ChipRow(List.of(12), 0), row(12, 90));
    assertEquals(1, row(30, 90, 90).widths().size());
  }

  private static ChipRow row(int room, Integer... wanted) {
    return ChipRow.of(List.of(wanted), room, left -> COUNTER);
  }

  private static int used(ChipRow row) {
    int gaps = ChipRow.GAP * (row.widths().size() - 1);
    return gaps + row.widths().stream().mapToInt(Integer::intValue).sum();
  }
}
