// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelTableTest {
  private static LabelTable rows(int count) {
    List<String> paths = IntStream.range(0, count).mapToObj(i -> i + ".png").toList();
    return LabelTable.empty()
        .withRows(paths, Collections.nCopies(count, null))
        .withClasses(List.of("cat", "dog"));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void startsUnknownAndUsable() {
    LabelTable table = rows(3);
    assertEquals(LabelTable.UNKNOWN, table.label(2, 1));
    assertEquals(LabelTable.Status.UNLABELED, table.status(0));
    assertFalse(table.excluded(0));
    assertFalse(table.validation(0));
    assertNull(table.subset(0));
    assertEquals("1.png", table.path(1));
  }

  @Test
  void aChangeLeavesTheOldTableAsItWas() {
    LabelTable before = rows(3);
    LabelTable after =
        before
            .withLabels(0, new int[] {1}, bytes(1))
            .withExcluded(new int[] {2}, bytes(1))
            .withValidation(new int[] {0}, bytes(1));
    assertEquals(LabelTable.PRESENT, after.label(1, 0));
    assertEquals(LabelTable.UNKNOWN, before.label(1, 0));
    assertTrue(after.excluded(2));
    assertFalse(before.excluded(2));
    assertTrue(after.validation(0));
    assertFalse(before.validation(0));
  }

  @Test
  void statusCountsTheClassesThatAreKnown() {
    LabelTable table = rows(3).withLabels(0, new int[] {0, 1}, bytes(0, 1));
    table = table.withLabels(1, new int[] {0}, bytes(1));
    assertEquals(LabelTable.Status.LABELED, table.status(0));
    assertEquals(LabelTable.Status.PARTIAL, table.status(1));
    assertEquals(LabelTable.Status.UNLABELED, table.status(2));
    assertEquals(LabelTable.Status.UNLABELED, table.withClasses(List.of()).status(0));
  }

  @Test
  void lossesGetTheLabelsAsNumbers() {
    LabelTable table = rows(1).withLabels(1, new int[] {0}, bytes(1));
    float[] target = {9, 9, 9};
    table.copyLabels(0, target, 1);
    assertArrayEquals(new float[] {9, -1, 1}, target);
  }

  @Test
  void countsLeaveExcludedRowsOutAndKeepValidationApart() {
    LabelTable table =
        rows(5)
            .withLabels(0, new int[] {0, 1, 2, 3}, bytes(1, 1, 1, 0))
            .withExcluded(new int[] {0}, bytes(1))
            .withValidation(new int[] {1}, bytes(1));
    assertEquals(1, table.count(0, LabelTable.PRESENT, false));
    assertEquals(1, table.count(0, LabelTable.PRESENT, true));
    assertEquals(1, table.count(0, LabelTable.ABSENT, false));
    assertEquals(1, table.count(0, LabelTable.UNKNOWN, false));
  }

  @Test
  void classesKeepTheirColumnsByIdThroughReorderingAndRemoval() {
    LabelTable table = rows(2).withLabels(1, new int[] {0}, bytes(1));
    LabelTable changed = table.withClasses(List.of("bird", "dog"));
    assertEquals(LabelTable.PRESENT, changed.label(0, 1));
    assertEquals(LabelTable.UNKNOWN, changed.label(0, 0));
    assertEquals(-1, changed.classIndex("cat"));
    assertEquals(
        LabelTable.UNKNOWN,
        changed.withClasses(List.of("cat", "dog")).label(0, 0),
        "a class that comes back under its id starts anew");
  }

  @Test
  void appendedRowsAreUnknownAndSubsetsAreSharedByName() {
    LabelTable table = rows(3).withLabels(0, new int[] {2}, bytes(1));
    LabelTable grown =
        table.withRows(List.of("a", "b", "c"), Arrays.asList("site 1", null, "site 1"));
    assertEquals(6, grown.rows());
    assertEquals(LabelTable.PRESENT, grown.label(2, 0));
    assertEquals(LabelTable.UNKNOWN, grown.label(3, 0));
    assertEquals("site 1", grown.subset(5));
    assertEquals(List.of("site 1"), grown.subsets());
    assertEquals(-1, grown.subsetIndex(4));
    assertEquals(3, table.rows());
    assertThrows(IllegalArgumentException.class, () -> table.withRows(List.of("a"), List.of()));
  }

  @Test
  void agreesWithPlainArraysOverRandomEdits() {
    int count = 5000; // more than two chunks
    LabelTable table = rows(count);
    byte[][] expected = new byte[2][count];
    Arrays.fill(expected[0], (byte) -1);
    Arrays.fill(expected[1], (byte) -1);
    Random random = new Random(3);
    for (int edit = 0; edit < 200; edit++) {
      int classIndex = random.nextInt(2);
      int[] rows = random.ints(20, 0, count).toArray();
      byte[] values = new byte[20];
      for (int i = 0; i < 20; i++) {
        values[i] = (byte) (random.nextInt(3) - 1);
        expected[classIndex][rows[i]] = values[i];
      }
      table = table.withLabels(classIndex, rows, values);
    }
    for (int row = 0; row < count; row++) {
      assertEquals(expected[0][row], table.label(row, 0));
      assertEquals(expected[1][row], table.label(row, 1));
    }
  }

  /** What makes a snapshot cheap: only the chunk with the changed cell is copied. */
  @Test
  void snapshotsShareWhatDidNotChange() throws Exception {
    ByteColumn before = ByteColumn.of(new byte[10_000]);
    ByteColumn after = before.with(new int[] {3000}, bytes(1));
    byte[][] old = chunks(before);
    byte[][] changed = chunks(after);
    for (int i = 0; i < old.length; i++) {
      if (i == 3000 / 2048) {
        assertNotSame(old[i], changed[i]);
      } else {
        assertSame(old[i], changed[i]);
      }
    }
    byte[][] filled = chunks(ByteColumn.filled(1_000_000, (byte) -1));
    assertSame(filled[0], filled[filled.length - 1]);
    byte[][] grown = chunks(after.grown(20_000, (byte) -1));
    assertSame(changed[0], grown[0]);
  }

  private static byte[][] chunks(ByteColumn column) throws ReflectiveOperationException {
    var field = ByteColumn.class.getDeclaredField("chunks");
    field.setAccessible(true);
    return (byte[][]) field.get(column);
  }

  @Test
  void aLoadedTableEqualsAnEditedOne() {
    LabelTable edited =
        LabelTable.empty()
            .withRows(List.of("a", "b", "c"), Arrays.asList("x", null, "y"))
            .withClasses(List.of("cat", "dog"))
            .withLabels(0, new int[] {1, 2}, bytes(0, 1))
            .withExcluded(new int[] {2}, bytes(1));
    LabelTable loaded =
        LabelTable.of(
            List.of("a", "b", "c"),
            Arrays.asList("x", null, "y"),
            List.of("cat", "dog"),
            new byte[][] {bytes(-1, 0, 1), null},
            bytes(0, 0, 1),
            bytes(0, 0, 0));
    assertEquals(edited.subsets(), loaded.subsets());
    for (int row = 0; row < 3; row++) {
      assertEquals(edited.path(row), loaded.path(row));
      assertEquals(edited.subset(row), loaded.subset(row));
      assertEquals(edited.excluded(row), loaded.excluded(row));
      assertEquals(edited.label(row, 0), loaded.label(row, 0));
      assertEquals(edited.label(row, 1), loaded.label(row, 1));
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LabelTable.of(
                List.of("a"),
                Arrays.asList("x"),
                List.of("cat"),
                new byte[0][],
                bytes(0),
                bytes(0)));
  }

  @Test
  void rowsTakenAwayComeBackFresh() {
    for (int kept : new int[] {0, 1, 2047, 2048, 2049}) {
      LabelTable table =
          rows(5000).withLabels(1, IntStream.range(0, 5000).toArray(), new byte[5000]);
      LabelTable first = table.withFirstRows(kept);
      assertEquals(kept, first.rows());
      LabelTable grown = first.withRows(List.of("x", "y"), Arrays.asList("new", null));
      assertEquals(LabelTable.UNKNOWN, grown.label(kept, 1));
      assertEquals(List.of("new"), grown.subsets());
      if (kept > 0) {
        assertEquals(LabelTable.ABSENT, grown.label(kept - 1, 1));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> rows(3).withFirstRows(4));
  }
}
