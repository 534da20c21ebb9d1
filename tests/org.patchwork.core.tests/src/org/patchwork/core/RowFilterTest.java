// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
  void allConditionsMustHold() {
    RowFilter filter =
        RowFilter.EVERYTHING
            .and(new Condition.Subset("1"))
            .and(new Condition.Label("class1", LabelTable.PRESENT));
    assertEquals("de", letters(filter));
    assertEquals("", letters(filter.and(new Condition.Label("class2", LabelTable.ABSENT))));
    assertEquals("e", letters(filter.and(new Condition.Rows("last", bits(4)))));
  }

  @Test
  void predictedRangesIncludeTheirEndsAndNothingUnpredicted() {
    PredictionTable predictions =
        new PredictionTable(
            List.of("class1"), new float[][] {{.1f, .5f, Float.NaN, .7f}}, "run", false);
    RowFilter filter = RowFilter.EVERYTHING.and(new Condition.Predicted("class1", .1, .5));
    assertArrayEquals(new int[] {0, 1}, filter.select(TABLE, predictions));
    RowFilter any = RowFilter.EVERYTHING.and(new Condition.Predicted("class1", 0, 1));
    assertArrayEquals(new int[] {0, 1, 3}, any.select(TABLE, predictions));
    assertEquals("", letters(any), "without predictions");
    RowFilter gone = RowFilter.EVERYTHING.and(new Condition.Predicted("gone", 0, 1));
    assertEquals(0, gone.count(TABLE, predictions));
    assertThrows(IllegalArgumentException.class, () -> new Condition.Predicted("class1", .5, .1));
    assertThrows(IllegalArgumentException.class, () -> new Condition.Predicted("class1", 0, 1.1));
    assertThrows(
        IllegalArgumentException.class, () -> new Condition.Predicted("class1", Double.NaN, 1));
  }

  @Test
  void conditionsThatChangeNothingAreLeftOut() {
    Condition subset = new Condition.Subset("1");
    assertEquals(
        List.of(subset),
        RowFilter.EVERYTHING.and(new Condition.All()).and(subset).and(subset).conditions());
  }

  @Test
  void aListDoesNotChangeWithItsSource() {
    BitSet rows = bits(1);
    Condition.Rows condition = new Condition.Rows("list", rows);
    rows.set(2);
    condition.rows().set(3);
    assertEquals("b", letters(RowFilter.EVERYTHING.and(condition)));
  }

  /** Over more rows than a chunk holds, and a last chunk that is not full. */
  @Test
  void scanningColumnsIsTestingEachRow() {
    SplittableRandom random = new SplittableRandom(7);
    int rows = 5_000;
    LabelTable table = randomTable(random, rows, 3);
    float[] column = new float[rows - 100];
    for (int i = 0; i < column.length; i++) {
      column[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
    }
    PredictionTable predictions =
        new PredictionTable(List.of("c1"), new float[][] {column}, "run", false);
    BitSet list = new BitSet();
    random.ints(3_000, 0, rows).forEach(list::set);
    List<Condition> conditions =
        List.of(
            new Condition.All(),
            new Condition.Label("c0", U),
            new Condition.Label("c2", LabelTable.PRESENT),
            new Condition.Subset("s1"),
            new Condition.Predicted("c1", .25, .75),
            new Condition.Rows("list", list));
    for (LabelStatus status : LabelStatus.values()) {
      for (ExcludeStatus exclude : ExcludeStatus.values()) {
        for (int i = 0; i < 40; i++) {
          Condition one = conditions.get(random.nextInt(conditions.size()));
          Condition other = conditions.get(random.nextInt(conditions.size()));
          RowFilter filter = new RowFilter(status, exclude, List.of(one, other));
          int[] expected =
              IntStream.range(0, rows).filter(r -> filter.test(table, predictions, r)).toArray();
          assertArrayEquals(expected, filter.select(table, predictions), filter.toString());
          assertEquals(expected.length, filter.count(table, predictions));
        }
      }
    }
  }

  @Test
  void withoutClassesEveryRowIsUnlabelled() {
    LabelTable table = LabelTable.empty().withRows(List.of("a", "b"), List.of("x", "y"));
    assertArrayEquals(new int[] {0, 1}, RowFilter.UNLABELED.select(table));
    RowFilter labeled = new RowFilter(LabelStatus.LABELED, ExcludeStatus.ANY, List.of());
    assertArrayEquals(new int[0], labeled.select(table));
  }

  private static LabelTable randomTable(SplittableRandom random, int rows, int classes) {
    byte[][] labels = new byte[classes][rows];
    byte[] excluded = new byte[rows];
    byte[] validation = new byte[rows];
    for (int row = 0; row < rows; row++) {
      for (byte[] column : labels) {
        column[row] = (byte) (random.nextInt(3) - 1);
      }
      excluded[row] = (byte) (random.nextInt(5) / 4);
      validation[row] = (byte) (random.nextInt(5) / 4);
    }
    return LabelTable.of(
        IntStream.range(0, rows).mapToObj(Integer::toString).toList(),
        IntStream.range(0, rows).mapToObj(row -> "s" + row % 3).toList(),
        IntStream.range(0, classes).mapToObj(c -> "c" + c).toList(),
        labels,
        excluded,
        validation);
  }

  private static BitSet bits(int row) {
    BitSet bits = new BitSet();
    bits.set(row);
    return bits;
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
