// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;

class LabelCountsTest {

  @Test
  void countsTrainingAndValidationWithoutExcludedRows() {
    LabelTable table = Oracles.labeled(new int[] {1, 0, -1, 1, 0, 1});
    LabelCounts counts = LabelCounts.of(Oracles.excluding(Oracles.holdingOut(table, 3, 4), 5));
    assertEquals(1, counts.positives(Part.TRAINING, 0));
    assertEquals(1, counts.negatives(Part.TRAINING, 0));
    assertEquals(1, counts.unknown(Part.TRAINING, 0));
    assertEquals(1, counts.positives(Part.VALIDATION, 0));
    assertEquals(1, counts.negatives(Part.VALIDATION, 0));
    assertEquals(0, counts.unknown(Part.VALIDATION, 0));
    assertEquals(3, counts.rows(Part.TRAINING));
    assertEquals(2, counts.rows(Part.VALIDATION));
  }

  @Test
  void updatingIsCountingAnew() {
    SplittableRandom random = new SplittableRandom(4);
    LabelTable table = Oracles.table(50, 3);
    LabelCounts counts = LabelCounts.of(table);
    for (int edit = 0; edit < 200; edit++) {
      int[] rows = {random.nextInt(50), random.nextInt(50), random.nextInt(50)};
      byte[] flags = {(byte) random.nextInt(2), 0, 1};
      LabelTable next =
          switch (edit % 3) {
            case 0 -> table.withExcluded(rows, flags);
            case 1 -> table.withValidation(rows, flags);
            default -> table.withLabels(random.nextInt(3), rows, new byte[] {-1, 0, 1});
          };
      counts = counts.updated(table, next, rows);
      table = next;
    }
    assertSame(LabelCounts.of(table), counts);
  }

  @Test
  void newClassesAndRowsAreCountedAnew() {
    LabelTable table = Oracles.labeled(new int[] {1, 0, -1});
    LabelTable wider = table.withClasses(List.of("c0", "new"));
    LabelCounts counts = LabelCounts.of(table).updated(table, wider, new int[0]);
    assertSame(LabelCounts.of(wider), counts);
    LabelTable longer =
        wider.withRows(List.of("more.png"), java.util.Collections.singletonList(null));
    assertSame(LabelCounts.of(longer), counts.updated(wider, longer, new int[0]));
  }

  private static void assertSame(LabelCounts wanted, LabelCounts found) {
    assertEquals(wanted.classes(), found.classes());
    for (Part part : Part.values()) {
      assertEquals(wanted.rows(part), found.rows(part));
      for (int c = 0; c < wanted.classes(); c++) {
        assertEquals(wanted.negatives(part, c), found.negatives(part, c));
        assertEquals(wanted.positives(part, c), found.positives(part, c));
        assertEquals(wanted.unknown(part, c), found.unknown(part, c));
      }
    }
  }
}
