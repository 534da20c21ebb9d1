// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

class GroupedSplitTest {
  private static RandomGenerator random(long seed) {
    return new RandomStreams(seed).stream("test");
  }

  /** Windows 0…4 of each image, 10 images to a subset; class a in a third, b rare and grouped. */
  private static LabelTable table(int images) {
    int rows = 5 * images;
    LabelTable table =
        LabelTable.empty()
            .withClasses(List.of("a", "b"))
            .withRows(
                IntStream.range(0, rows)
                    .mapToObj(row -> "image" + row / 5 + ".png#xywh=" + row % 5 + ",0,9,9")
                    .toList(),
                IntStream.range(0, rows).mapToObj(row -> "subset " + row / 50).toList());
    byte[] a = new byte[rows];
    byte[] b = new byte[rows];
    RandomGenerator random = random(1);
    for (int row = 0; row < rows; row++) {
      a[row] = (byte) (random.nextInt(3) == 0 ? 1 : random.nextInt(2) - 1); // some unknown
      b[row] = (byte) (row / 5 % 20 == 3 ? 1 : 0);
    }
    int[] all = IntStream.range(0, rows).toArray();
    return table.withLabels(0, all, a).withLabels(1, all, b);
  }

  private static int[] all(LabelTable table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  private static int count(LabelTable table, int column, byte value, int[] rows) {
    return (int) Arrays.stream(rows).filter(row -> table.label(row, column) == value).count();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void foldsAreEvenInRowsAndLabelsAndKeepGroupsTogether(long seed) throws Exception {
    LabelTable table = table(400);
    RowGroups groups = RowGroups.of(table, Grouping.IMAGE);
    Folds folds = GroupedSplit.folds(table, all(table), groups, 5, random(seed));
    for (int fold = 0; fold < 5; fold++) {
      int[] rows = folds.rows(fold);
      assertEquals(400, rows.length, 20);
      assertEquals(count(table, 0, (byte) 1, all(table)) / 5.0, count(table, 0, (byte) 1, rows), 8);
      assertEquals(count(table, 0, (byte) 0, all(table)) / 5.0, count(table, 0, (byte) 0, rows), 8);
      assertEquals(20, count(table, 1, (byte) 1, rows)); // 100 in groups of 5
      assertEquals(table.rows(), rows.length + folds.others(fold).length);
    }
    for (int row = 1; row < table.rows(); row++) {
      if (row % 5 > 0) {
        assertEquals(folds.fold()[row - 1], folds.fold()[row]);
      }
    }
  }

  @Test
  void rowsThatTakeNoPartAreInNoFold() throws Exception {
    LabelTable table = table(40);
    int[] rows = IntStream.range(0, 100).toArray();
    Folds folds =
        GroupedSplit.folds(table, rows, RowGroups.of(table, Grouping.IMAGE), 3, random(0));
    assertEquals(-1, folds.fold()[100]);
    assertEquals(100, folds.rows(0).length + folds.others(0).length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3, 0.5})
  void holdsOutItsShareOfRowsAndOfEachClass(double fraction) throws Exception {
    LabelTable table = table(400);
    RowGroups groups = RowGroups.of(table, Grouping.IMAGE);
    int[] held = GroupedSplit.holdOut(table, all(table), groups, fraction, random(3));
    assertEquals(fraction * table.rows(), held.length, 25);
    assertEquals(fraction * 100, count(table, 1, (byte) 1, held), 5);
    assertEquals(
        fraction * count(table, 0, (byte) 1, all(table)), count(table, 0, (byte) 1, held), 12);
  }

  @Test
  void theSameSeedGivesTheSameSplitAnotherGivesAnother() throws Exception {
    LabelTable table = table(100);
    RowGroups groups = RowGroups.of(table, Grouping.IMAGE);
    int[] first = GroupedSplit.holdOut(table, all(table), groups, 0.3, random(5));
    assertArrayEquals(first, GroupedSplit.holdOut(table, all(table), groups, 0.3, random(5)));
    assertTrue(
        !Arrays.equals(first, GroupedSplit.holdOut(table, all(table), groups, 0.3, random(6))));
  }

  @Test
  void tooFewGroupsAreRefusedWithAWayOut() {
    LabelTable table = table(10);
    RowGroups groups = RowGroups.of(table, Grouping.SUBSET);
    TrainingException refused =
        assertThrows(
            TrainingException.class,
            () -> GroupedSplit.folds(table, all(table), groups, 2, random(0)));
    assertTrue(refused.getMessage().contains("in 1 groups"), refused.getMessage());
    assertTrue(refused.getMessage().contains("Label images of other"), refused.getMessage());
  }

  @Test
  void groupsAreWholeSubsetsOnlyWhereThereAreEnough() {
    LabelTable few = table(90); // 9 subsets
    LabelTable many = table(100); // 10
    assertEquals(Grouping.IMAGE, Grouping.AUTO.resolve(few));
    assertEquals(Grouping.SUBSET, Grouping.AUTO.resolve(many));
    assertEquals(90, RowGroups.of(few, Grouping.AUTO).count(all(few)));
    assertEquals(10, RowGroups.of(many, Grouping.AUTO).count(all(many)));
    assertEquals(450, RowGroups.of(few, Grouping.NONE).count(all(few)));
  }

  @Test
  void joinedPairsChainIntoOneGroup() {
    LabelTable table = table(10);
    RowGroups joined =
        RowGroups.of(table, Grouping.NONE)
            .joined(List.of(new int[] {3, 20}, new int[] {20, 41}, new int[] {1, 2}));
    assertEquals(joined.of(3), joined.of(41));
    assertEquals(joined.of(1), joined.of(2));
    assertEquals(50 - 3, joined.count(all(table)));
  }
}
