// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

/**
 * Five rows: a excluded and unlabelled, b 1 0, c 0 1, d and e 1 and unknown; subsets 0 0 1 1 1. The
 * answers are those of the Python original (oracle {@code subset_filters}), all 45 of them that are
 * not empty, and the empty ones that are easy to get wrong.
 */
class RowFilterTest {
  private static final byte U = LabelTable.UNKNOWN;
  private static final LabelTable TABLE =
      LabelTable.of(
          List.of("a", "b", "c", "d", "e"),
          List.of("0", "0", "1", "1", "1"),
          List.of("class1", "class2"),
          new byte[][] {{U, 1, 0, 1, 1}, {U, 0, 1, U, U}},
          new byte[] {1, 0, 0, 0, 0},
          new byte[5]);

  private static Condition condition(String text) {
    return switch (text) {
      case "contains" -> new Condition.Label("class1", LabelTable.PRESENT);
      case "lacks" -> new Condition.Label("class1", LabelTable.ABSENT);
      case "unlabeled" -> new Condition.Label("class2", U);
      case "subset" -> new Condition.Subset("1");
      default -> new Condition.All();
    };
  }

  private static String letters(RowFilter filter) {
    StringBuilder letters = new StringBuilder();
    for (int row : filter.select(TABLE)) {
      letters.append(TABLE.path(row));
    }
    return letters.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "UNLABELED, NOT_EXCLUDED, all, ''",
    "UNLABELED, NOT_EXCLUDED, unlabeled, ''",
    "UNLABELED, EXCLUDED, all, a",
    "UNLABELED, EXCLUDED, contains, ''",
    "UNLABELED, EXCLUDED, unlabeled, a",
    "UNLABELED, EXCLUDED, subset, ''",
    "UNLABELED, VALIDATION, all, ''",
    "PARTIAL, NOT_EXCLUDED, all, de",
    "PARTIAL, NOT_EXCLUDED, contains, de",
    "PARTIAL, NOT_EXCLUDED, lacks, ''",
    "PARTIAL, NOT_EXCLUDED, unlabeled, de",
    "PARTIAL, NOT_EXCLUDED, subset, de",
    "PARTIAL, EXCLUDED, all, ''",
    "LABELED, NOT_EXCLUDED, all, bc",
    "LABELED, NOT_EXCLUDED, contains, b",
    "LABELED, NOT_EXCLUDED, lacks, c",
    "LABELED, NOT_EXCLUDED, unlabeled, ''",
    "LABELED, NOT_EXCLUDED, subset, c",
    "LABELED, EXCLUDED, all, ''",
    "ANY, NOT_EXCLUDED, all, bcde",
    "ANY, ANY, subset, cde",
  })
  void selectsAsTheOriginal(
      LabelStatus status, ExcludeStatus exclude, String condition, String expected) {
    assertEquals(expected, letters(new RowFilter(status, exclude, condition(condition))));
  }

  @Test
  void validationIsNotExcludedButIsNoTrainingEither() {
    LabelTable table = TABLE.withValidation(new int[] {0, 1}, new byte[] {1, 1});
    assertArrayEquals(new int[] {1, 2, 3, 4}, select(table, ExcludeStatus.NOT_EXCLUDED));
    assertArrayEquals(new int[] {2, 3, 4}, select(table, ExcludeStatus.TRAINING));
    assertArrayEquals(new int[] {0, 1}, select(table, ExcludeStatus.VALIDATION));
    assertArrayEquals(new int[] {0}, select(table, ExcludeStatus.EXCLUDED));
  }

  private static int[] select(LabelTable table, ExcludeStatus exclude) {
    return new RowFilter(LabelStatus.ANY, exclude, new Condition.All()).select(table);
  }

  @Test
  void aClassOrSubsetThatIsGoneSelectsNothing() {
    assertEquals("", letters(with(new Condition.Label("gone", U))));
    assertEquals("", letters(with(new Condition.Subset("gone"))));
  }

  private static RowFilter with(Condition condition) {
    return new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, condition);
  }
}
