// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.RowOrder.Key;

class BrowseTest {
  private static final float NONE = Float.NaN;

  /** Four rows with predictions, one without, one added later. */
  private static final PredictionTable PREDICTIONS = predictions(false);

  private static PredictionTable predictions(boolean exclusive) {
    return new PredictionTable(
        List.of("c0", "c1"),
        new float[][] {{.9f, .2f, .45f, NONE, .2f}, {.1f, .6f, .55f, .5f, .8f}},
        "run",
        exclusive);
  }

  private static int[] rows(Key key, String classId, boolean descending) {
    return rows(PREDICTIONS, new RowOrder(key, classId, descending));
  }

  private static int[] rows(PredictionTable predictions, RowOrder order) {
    LabelTable labels = Oracles.table(6, 2);
    return Browse.rows(RowFilter.EVERYTHING, order, labels, predictions, new NullProgressMonitor());
  }

  @Test
  void byRowAndByPath() {
    assertArrayEquals(new int[] {5, 4, 3, 2, 1, 0}, rows(Key.ROW, null, true));
    LabelTable labels =
        LabelTable.empty().withRows(List.of("c", "a", "b"), Arrays.asList("x", "x", "y"));
    for (boolean descending : new boolean[] {false, true}) {
      int[] rows =
          Browse.rows(
              RowFilter.EVERYTHING.and(new RowFilter.Condition.Subset("x")),
              new RowOrder(Key.PATH, null, descending),
              labels,
              null,
              new NullProgressMonitor());
      assertArrayEquals(descending ? new int[] {0, 1} : new int[] {1, 0}, rows);
    }
  }

  @Test
  void byProbabilityWithTheUnpredictedLastEitherWay() {
    assertArrayEquals(new int[] {1, 4, 2, 0, 3, 5}, rows(Key.PROBABILITY, "c0", false));
    assertArrayEquals(new int[] {0, 2, 1, 4, 3, 5}, rows(Key.PROBABILITY, "c0", true));
  }

  @Test
  void byUncertaintyOfOneClassOrOfAll() {
    assertArrayEquals(new int[] {3, 2, 1, 4, 0, 5}, rows(Key.ENTROPY, "c1", true));
    assertArrayEquals(new int[] {2, 1, 4, 0, 3, 5}, rows(Key.ENTROPY, null, true));
    assertArrayEquals(new int[] {2, 1, 4, 0, 3, 5}, rows(Key.MARGIN, null, false));
    PredictionTable exclusive = predictions(true);
    RowOrder margin = new RowOrder(Key.MARGIN, null, false);
    assertArrayEquals(new int[] {2, 1, 4, 0, 3, 5}, rows(exclusive, margin));
    float[] scores =
        margin.scores(new int[] {0, 1, 2, 3, 4, 5}, exclusive, new NullProgressMonitor());
    assertArrayEquals(new float[] {.8f, .4f, .1f, NONE, .6f, NONE}, scores, 1e-6f);
  }

  @Test
  void anOrderWithoutItsPredictionsSaysSoAndKeepsTheTable() {
    RowOrder order = new RowOrder(Key.PROBABILITY, "new", true);
    assertTrue(order.problem(null).contains("train"));
    assertTrue(order.problem(PREDICTIONS).contains("train again"));
    assertNull(RowOrder.TABLE.problem(null));
    assertNull(new RowOrder(Key.ENTROPY, null, true).problem(PREDICTIONS));
    int[] asNumbered = IntStream.range(0, 6).toArray();
    assertArrayEquals(asNumbered, rows(PREDICTIONS, order));
    assertArrayEquals(asNumbered, rows(null, new RowOrder(Key.MARGIN, null, true)));
    assertThrows(IllegalArgumentException.class, () -> new RowOrder(Key.PROBABILITY, null, false));
  }

  /** Many blocks, so that several threads work. */
  @Test
  void manyRowsAreInOrder() {
    int count = 3 * RowBlocks.SIZE + 17;
    SplittableRandom random = new SplittableRandom(1);
    float[] column = new float[count];
    for (int row = 0; row < count; row++) {
      column[row] = random.nextFloat();
    }
    PredictionTable predictions =
        new PredictionTable(List.of("c0"), new float[][] {column}, "run", false);
    RowOrder order = new RowOrder(Key.PROBABILITY, "c0", false);
    int[] rows =
        Browse.rows(
            RowFilter.EVERYTHING,
            order,
            Oracles.table(count, 1),
            predictions,
            new NullProgressMonitor());
    assertEquals(count, Arrays.stream(rows).distinct().count());
    float[] scores = order.scores(rows, predictions, new NullProgressMonitor());
    float[] sorted = column.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, scores);
  }

  @Test
  void cancelEndsIt() {
    IProgressMonitor canceled = new NullProgressMonitor();
    canceled.setCanceled(true);
    RowOrder order = new RowOrder(Key.MARGIN, null, false);
    LabelTable labels = Oracles.table(6, 2);
    assertThrows(
        OperationCanceledException.class,
        () -> Browse.rows(RowFilter.EVERYTHING, order, labels, PREDICTIONS, canceled));
  }
}
