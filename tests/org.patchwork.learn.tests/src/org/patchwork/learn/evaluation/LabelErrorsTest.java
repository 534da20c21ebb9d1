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

  @Test
  void contradictedLabelsComeWorstFirst() {
    LabelTable labels =
        Cells.labels(new int[] {1, 1, 0, 0, 1, -1, 0}, new int[] {-1, -1, -1, -1, 0, 1, -1});
    PredictionTable predictions =
        Cells.predictions(
            false,
            new double[] {.9, .05, .1, .8, NAN, .01, .4},
            new double[] {.5, .5, .5, .5, .97, .6, .5});
    LabelErrors errors = LabelErrors.find(labels, predictions);
    assertEquals(List.of(4, 1, 3), errors.queue().stream().map(LabelError::row).toList());
    assertEquals("c1", errors.queue().get(0).classId());
    assertEquals(LabelTable.PRESENT, errors.queue().get(1).given());
    assertEquals(0.05, errors.queue().get(1).quality(), 1e-6);
    assertEquals(7, errors.checked()); // 6 cells of c0 less the one without a prediction, 2 of c1
  }

  /** Surer than the mean of those labelled so: Northcutt's threshold, not ½, makes an error. */
  @Test
  void confidentIsWhatIsSurerThanTheMean() {
    LabelTable labels = Cells.labels(new int[] {1, 1, 1, 0, 0, 0});
    PredictionTable predictions = Cells.predictions(false, new double[] {.95, .9, .45, .1, .2, .7});
    List<LabelError> queue = LabelErrors.find(labels, predictions).queue();
    assertEquals(2, queue.size());
    // the mean of the positives is .767: .7 is below; of the negatives 1 − .333: .55 is below
    assertTrue(queue.stream().noneMatch(LabelError::confident));
  }

  @Test
  void exclusiveClassesNameTheOtherClass() {
    LabelTable labels =
        Cells.labels(new int[] {1, 1, 0, 0}, new int[] {0, 0, 1, 0}, new int[] {0, 0, 0, 1});
    PredictionTable predictions =
        Cells.predictions(
            true,
            new double[] {.8, .1, .1, .5},
            new double[] {.1, .1, .7, .1},
            new double[] {.1, .8, .2, .4});
    List<LabelError> queue = LabelErrors.find(labels, predictions).queue();
    assertEquals(List.of(1, 3), queue.stream().map(LabelError::row).toList());
    assertEquals("c0", queue.get(0).classId());
    assertEquals("c2", queue.get(0).suggestedId());
    assertEquals(-0.7, queue.get(0).quality(), 1e-6);
    assertTrue(queue.get(0).confident()); // .8 ≥ .4, the mean where c2 was given
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
