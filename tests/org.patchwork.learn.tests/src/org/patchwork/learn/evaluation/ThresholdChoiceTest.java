// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;

class ThresholdChoiceTest {
  /** Falling: + + − + − − + − with probabilities .9 .8 .7 .6 .5 .4 .3 .2 */
  private static final ScoredCells CELLS =
      Cells.of(new int[] {1, 1, 0, 1, 0, 0, 1, 0}, new double[] {.9, .8, .7, .6, .5, .4, .3, .2});

  private static ThresholdChoice choose(ThresholdRule rule, double target) {
    return ThresholdChoice.of("c0", CELLS, rule, target);
  }

  @Test
  void bestF1LiesBetweenTheCellsItParts() {
    ThresholdChoice choice = choose(ThresholdRule.F1, 0);
    assertEquals(0.55, choice.threshold(), 1e-6); // F1 = 2·3 / (3 + 1 + 4)
    assertEquals(new BinaryCounts(3, 1, 1, 3), choice.counts());
  }

  @Test
  void precisionGoesAsLowAsItCan() {
    assertEquals(0.75, choose(ThresholdRule.PRECISION, 0.9).threshold(), 1e-6);
    assertEquals(0.55, choose(ThresholdRule.PRECISION, 0.75).threshold(), 1e-6);
    assertEquals(0.25, choose(ThresholdRule.PRECISION, 0.57).threshold(), 1e-6); // 4 of 7
  }

  @Test
  void aPrecisionThatCannotBeReachedIsSaidSo() {
    ScoredCells hard = Cells.of(new int[] {0, 1}, new double[] {.9, .1});
    ThresholdChoice choice = ThresholdChoice.of("c0", hard, ThresholdRule.PRECISION, 0.9);
    assertEquals(0.5, choice.threshold());
    assertTrue(choice.problem().contains("no threshold reaches a precision of 0.90"));
  }

  @Test
  void recallGoesAsHighAsItCan() {
    assertEquals(0.25, choose(ThresholdRule.RECALL, 0.76).threshold(), 1e-6);
    assertEquals(0.55, choose(ThresholdRule.RECALL, 0.75).threshold(), 1e-6);
  }

  @Test
  void conformalNeedsEnoughPositives() {
    ThresholdChoice choice = choose(ThresholdRule.CONFORMAL, 0.95);
    assertTrue(choice.problem().contains("takes 19 images labelled present, and there are 4"));
    assertEquals(0.3, choose(ThresholdRule.CONFORMAL, 0.8).threshold(), 1e-6); // k = 1 of 5
  }

  @Test
  void withoutPositivesItSaysSo() {
    ScoredCells none = Cells.of(new int[] {0, 0}, new double[] {.9, .1});
    ThresholdChoice choice = ThresholdChoice.of("c0", none, ThresholdRule.F1, 0);
    assertEquals(0.5, choice.threshold());
    assertTrue(choice.problem().contains("no image labelled present"), choice.problem());
  }

  /** Over many draws the share of new positives that are found is at least the target. */
  @Test
  void conformalKeepsItsPromiseForNewImages() {
    RandomGenerator random = new RandomStreams(5).stream("test");
    int found = 0;
    int all = 0;
    for (int draw = 0; draw < 400; draw++) {
      int n = 25;
      double[] probabilities = random.doubles(n).toArray();
      ScoredCells cells = Cells.of(IntStream.generate(() -> 1).limit(n).toArray(), probabilities);
      double threshold = ThresholdChoice.of("c0", cells, ThresholdRule.CONFORMAL, 0.9).threshold();
      for (int i = 0; i < 50; i++) {
        found += random.nextDouble() >= threshold ? 1 : 0;
        all++;
      }
    }
    double share = (double) found / all;
    assertTrue(share >= 0.9 && share < 0.94, "found " + share); // 1 − 2/26 = .923
  }

  @Test
  void toBeReviewedIsWhatIsNotLabelledAndLikely() {
    LabelTable labels = Cells.labels(new int[] {-1, -1, 1, -1, -1});
    labels = labels.withExcluded(new int[] {4}, new byte[] {1});
    ReviewList list =
        ReviewList.of(
            labels, Cells.predictions(false, new double[] {.4, .6, .9, .8, .9}), "c0", 0.5);
    assertArrayEquals(new int[] {3, 1}, list.rows());
  }
}
