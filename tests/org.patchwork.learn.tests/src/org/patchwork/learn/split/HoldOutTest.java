// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

class HoldOutTest {
  private static final int ROWS = 400;
  private static final int LABELED = 300;

  private static RandomGenerator random() {
    return new RandomStreams(1).stream("test");
  }

  /** Two windows to an image; the first 300 rows are labelled. */
  private static LabelTable table() {
    LabelTable table =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(
                IntStream.range(0, ROWS)
                    .mapToObj(row -> row / 2 + ".png#xywh=" + row % 2 + ",0,9,9")
                    .toList(),
                Collections.nCopies(ROWS, null));
    int[] rows = IntStream.range(0, LABELED).toArray();
    byte[] values = new byte[LABELED];
    for (int row : rows) {
      values[row] = (byte) (row % 5 == 0 ? 1 : 0);
    }
    return table.withLabels(0, rows, values);
  }

  private static HoldOut choose(LabelTable table, double fraction) throws TrainingException {
    return HoldOut.choose(table, RowGroups.of(table, Grouping.IMAGE), fraction, random());
  }

  @Test
  void holdsOutLabelledImagesOnlyAndWholeOnes() throws Exception {
    HoldOut chosen = choose(table(), 0.2);
    assertEquals(60, chosen.rows().length, 2);
    assertEquals(LABELED, chosen.labeled());
    assertTrue(Arrays.stream(chosen.rows()).allMatch(row -> row < LABELED));
    for (int row : chosen.rows()) {
      assertTrue(Arrays.binarySearch(chosen.rows(), row ^ 1) >= 0, "the other window of " + row);
    }
  }

  @Test
  void whatIsHeldOutStaysAndTakesItsGroupAlong() throws Exception {
    LabelTable table = table().withValidation(new int[] {0, 7, 350}, new byte[] {1, 1, 1});
    HoldOut chosen = choose(table, 0.2);
    assertEquals(2, chosen.held()); // 350 has no label
    assertEquals(60, chosen.held() + chosen.rows().length, 2);
    assertTrue(Arrays.binarySearch(chosen.rows(), 1) >= 0);
    assertTrue(Arrays.binarySearch(chosen.rows(), 6) >= 0);
    assertTrue(Arrays.binarySearch(chosen.rows(), 0) < 0);
  }

  @Test
  void nothingIsAddedWhereEnoughIsHeldOut() throws Exception {
    int[] held = IntStream.range(0, 100).toArray();
    byte[] ones = new byte[100];
    Arrays.fill(ones, (byte) 1);
    assertArrayEquals(new int[0], choose(table().withValidation(held, ones), 0.2).rows());
  }

  @Test
  void groupsThatWereCutApartAreNotFollowedUntilNothingIsLeft() {
    int[] firstOfEach = IntStream.range(0, LABELED / 2).map(i -> 2 * i).toArray();
    byte[] ones = new byte[firstOfEach.length];
    Arrays.fill(ones, (byte) 1);
    LabelTable cut = table().withValidation(firstOfEach, ones);
    TrainingException refused = assertThrows(TrainingException.class, () -> choose(cut, 0.2));
    assertTrue(refused.getMessage().contains("would leave 0 of 300"), refused.getMessage());
  }

  @Test
  void withoutLabelsItSaysWhatToDo() {
    LabelTable none = table().withLabels(0, IntStream.range(0, LABELED).toArray(), unknown());
    TrainingException refused = assertThrows(TrainingException.class, () -> choose(none, 0.2));
    assertTrue(refused.getMessage().contains("Label images"), refused.getMessage());
  }

  private static byte[] unknown() {
    byte[] values = new byte[LABELED];
    Arrays.fill(values, LabelTable.UNKNOWN);
    return values;
  }

  @Test
  void nearDuplicatesStayOnOneSide() throws Exception {
    LabelTable table = table();
    RandomGenerator random = random();
    float[] values = new float[ROWS * 32];
    for (int i = 0; i < values.length; i++) {
      int row = i / 32;
      values[i] = row >= 100 && row < 200 ? values[i - 100 * 32] : (float) random.nextGaussian();
    }
    SplitSettings settings = new SplitSettings(Grouping.IMAGE, 0.99, 3);
    RowGroups groups =
        settings.groups(
            table, FeatureMatrix.of(new int[] {32}, values), HoldOut.labeled(table), null);
    int[] rows = HoldOut.choose(table, groups, 0.3, random()).rows();
    for (int row = 0; row < 100; row++) {
      assertEquals(
          Arrays.binarySearch(rows, row) >= 0,
          Arrays.binarySearch(rows, row + 100) >= 0,
          "row " + row);
    }
  }
}
