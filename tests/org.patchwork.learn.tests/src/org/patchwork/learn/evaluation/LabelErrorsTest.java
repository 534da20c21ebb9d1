// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;

class LabelErrorsTest {
  private static final double NAN = Double.NaN;

  /** Cells of many rows, so that calibration leaves about what is said. */
  private static int[] repeated(int times, int... values) {
    int[] all = new int[times * values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return all;
  }

  private static double[] repeated(int times, double... values) {
    double[] all = new double[times * values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = values[i % values.length];
    }
    return all;
  }

  @Test
  void contradictedLabelsComeWorstFirst() {
    int[] given = repeated(20, 1, 1, 1, 1, 0, 0, 0, 0);
    double[] said = repeated(20, .9, .9, .9, .9, .1, .1, .1, .1);
    said[0] = 0.02; // labelled present
    said[4] = 0.7; // labelled absent
    said[8] = NAN;
    given[9] = -1;
    LabelErrors errors = LabelErrors.find(Cells.labels(given), Cells.predictions(false, said));
    assertEquals(List.of(0, 4), errors.queue().stream().map(LabelError::row).toList());
    assertEquals(LabelTable.PRESENT, errors.queue().get(0).given());
    assertEquals(LabelTable.ABSENT, errors.queue().get(1).given());
    assertEquals(158, errors.checked());
  }

  /** Training that draws a rare class more often makes it too probable; its negatives stay away. */
  @Test
  void whatIsTooProbableEverywhereContradictsNothing() {
    int[] given = repeated(50, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    double[] said = repeated(50, .95, .6, .55, .6, .55, .6, .55, .6, .55, .6);
    LabelErrors errors = LabelErrors.find(Cells.labels(given), Cells.predictions(false, said));
    assertEquals(List.of(), errors.queue());
  }

  /** Surer than the mean where that label was given: Northcutt's threshold, not ½, decides. */
  @Test
  void confidentIsWhatIsSurerThanTheMean() {
    int[] given = repeated(20, 1, 1, 1, 1, 0, 0, 0, 0);
    double[] said = repeated(20, .99, .9, .9, .6, .4, .1, .1, .01);
    said[0] = 0.01; // surer of absent than the mean of the absent
    said[8] = 0.35; // not so sure
    List<LabelError> queue =
        LabelErrors.find(Cells.labels(given), Cells.predictions(false, said)).queue();
    assertEquals(List.of(0, 8), queue.stream().map(LabelError::row).toList());
    assertTrue(queue.get(0).confident());
    assertTrue(!queue.get(1).confident());
  }

  @Test
  void exclusiveClassesNameTheOtherClass() {
    int[] a = repeated(30, 1, 0, 0);
    int[] b = repeated(30, 0, 1, 0);
    int[] c = repeated(30, 0, 0, 1);
    double[] p = repeated(30, .8, .1, .1);
    double[] q = repeated(30, .1, .8, .1);
    double[] r = repeated(30, .1, .1, .8);
    p[3] = 0.1; // labelled a, looks like c
    r[3] = 0.8;
    List<LabelError> queue =
        LabelErrors.find(Cells.labels(a, b, c), Cells.predictions(true, p, q, r)).queue();
    assertEquals(1, queue.size());
    assertEquals(3, queue.get(0).row());
    assertEquals("c0", queue.get(0).classId());
    assertEquals("c2", queue.get(0).suggestedId());
    assertTrue(queue.get(0).quality() < -0.5);
    assertTrue(queue.get(0).confident());
  }

  @Test
  void excludedRowsAreLeftAlone() {
    LabelTable labels = Cells.labels(new int[] {1, 0}).withExcluded(new int[] {0}, new byte[] {1});
    PredictionTable predictions = Cells.predictions(false, new double[] {.1, .2});
    assertTrue(LabelErrors.find(labels, predictions).queue().isEmpty());
  }

  /** One in ten labels flipped, a model that is right nine times of ten: the queue finds them. */
  @Test
  void flippedLabelsOfAFairModelAreFound() {
    RandomGenerator random = new RandomStreams(2).stream("test");
    int rows = 3000;
    int[] given = new int[rows];
    boolean[] flipped = new boolean[rows];
    double[] said = new double[rows];
    for (int row = 0; row < rows; row++) {
      int truth = random.nextInt(2);
      flipped[row] = random.nextInt(10) == 0;
      given[row] = flipped[row] ? 1 - truth : truth;
      said[row] = Logits.sigmoid((truth == 1 ? 2.2 : -2.2) + 1.5 * random.nextGaussian());
    }
    LabelErrors errors = LabelErrors.find(Cells.labels(given), Cells.predictions(false, said));
    long hits = errors.queue().stream().limit(300).filter(error -> flipped[error.row()]).count();
    assertTrue(hits >= 210, hits + " of the first 300");
    assertEquals(300, errors.estimated(), 150);
  }
}
