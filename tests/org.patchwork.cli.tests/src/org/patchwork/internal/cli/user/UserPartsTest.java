// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;

/** What the simulated user counts. */
class UserPartsTest {
  @Test
  void cursorTakesTheFewestKeys() {
    Cursor cursor = new Cursor(20, 8, 0); // two full rows and one of four
    assertEquals(0, cursor.moveTo(0));
    assertEquals(3, cursor.moveTo(10), "down, right, right");
    assertEquals(2, cursor.moveTo(17), "down, left");
    assertEquals(1, cursor.moveTo(19), "End");
    assertEquals(1, cursor.moveTo(0), "Home");
    assertEquals(3, cursor.moveTo(7 + 8), "down, down, left over the start of the row");
    cursor.put(3);
    assertEquals(3, cursor.place());
    assertEquals(2, cursor.moveTo(10), "left, down");
  }

  @Test
  void effortAddsDecisionsAndKeys() {
    Effort effort = new Effort(1.0, 0.15);
    effort.decide(3570);
    effort.press(200);
    assertEquals(200, effort.keys());
    assertEquals(1.0, effort.hours(), 1e-12);
  }

  @Test
  void tallyCountsImagesAndCellsAndWhatIsRight() {
    LabelTable truth = table(new byte[] {1, 0, 1, 1}, new byte[] {0, 1, 0, 0});
    LabelTable labels =
        table(new byte[] {1, 1, -1, 1}, new byte[] {0, 1, 0, -1})
            .withValidation(new int[] {3}, new byte[] {1});
    Tally tally = Tally.of(labels, truth);
    assertEquals(new Tally(2, 1, 5, 4), tally);
    assertEquals(2, tally.labels(true));
    assertEquals(4, tally.correct(false));
    assertEquals(new Tally(1, 1, 4, 4), tally.since(new Tally(1, 0, 1, 0)));
  }

  @Test
  void optionsThatMeanNothingAreRefused() {
    UserParameters defaults = new UserParameters();
    assertEquals(1500, defaults.budgetCount());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> withBudget("some"));
    assertEquals(
        "--budget is \"some\", but must be a whole number or \"all\".", error.getMessage());
    assertEquals(Integer.MAX_VALUE, withBudget("all").budgetCount());
  }

  private static UserParameters withBudget(String budget) {
    return new UserParameters(
        "folders", "page", 500, budget, 250, 24, 9, 48, 8, 1, .15, .2, "none", 0, "");
  }

  private static LabelTable table(byte[] a, byte[] b) {
    int rows = a.length;
    return LabelTable.of(
        java.util.stream.IntStream.range(0, rows).mapToObj(String::valueOf).toList(),
        Arrays.asList(new String[rows]),
        List.of("a", "b"),
        new byte[][] {a, b},
        new byte[rows],
        new byte[rows]);
  }
}
