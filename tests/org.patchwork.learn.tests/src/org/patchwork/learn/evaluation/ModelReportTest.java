// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

class ModelReportTest {
  private static final double NAN = Double.NaN;

  @Test
  void unknownCellsAndRowsWithoutPredictionsAreNeitherRightNorWrong() {
    LabelTable labels = Cells.labels(new int[] {1, 0, -1, 1, 0, 1}, new int[] {-1, -1, 1, 0, 1, 1});
    PredictionTable predictions =
        Cells.predictions(
            false, new double[] {.9, .2, .9, .4, .6, NAN}, new double[] {.1, .1, .8, .3, .7, NAN});
    ModelReport report =
        ModelReport.of(labels, predictions, Thresholds.HALF, List.of(), Cells.rows(labels));
    assertEquals(new BinaryCounts(1, 1, 1, 1), report.of("c0").counts());
    assertEquals(new BinaryCounts(2, 0, 0, 1), report.of("c1").counts());
    assertEquals(new BinaryCounts(3, 1, 1, 2), report.micro());
    assertEquals(5 / 7.0, report.accuracy().getAsDouble(), 1e-12);
    assertEquals(0.75, report.micro().f1().getAsDouble(), 1e-12);
    assertEquals((0.5 + 1) / 2, report.macro(each -> each.counts().f1()).getAsDouble(), 1e-12);
    assertEquals(4 / 7.0, report.accuracyEstimate().baseRate(), 1e-12);
  }

  @Test
  void aSideWithoutLabelsHasNoFiguresInsteadOfZeros() {
    LabelTable labels = Cells.labels(new int[] {0, 0, -1});
    PredictionTable predictions = Cells.predictions(false, new double[] {.2, .1, .5});
    ModelReport report =
        ModelReport.of(labels, predictions, Thresholds.HALF, List.of(), Cells.rows(labels));
    assertTrue(report.of("c0").metrics().auc().isEmpty());
    assertTrue(report.of("c0").counts().f1().isEmpty());
    assertTrue(report.of("c0").counts().accuracy().isEmpty());
    assertNull(report.of("c0").counts().estimate());
    assertTrue(report.of("c0").counts().precision().isEmpty());
  }

  @Test
  void thresholdsDecide() {
    ScoredCells cells = Cells.of(new int[] {1, 0, 1, 0}, new double[] {.3, .3, .8, .1});
    assertEquals(new BinaryCounts(2, 1, 0, 1), cells.counts(0.3f));
    assertEquals(new BinaryCounts(1, 0, 1, 2), cells.counts(0.31));
    assertArrayEquals(new int[] {2, 0}, cells.rows(0.3f, true, true));
    assertArrayEquals(new int[] {3}, cells.rows(0.3f, false, false));
    assertArrayEquals(new int[] {1}, cells.rows(0.3f, true, false));
  }

  @Test
  void exclusiveClassesAreConfusedByTheirMostProbableOne() {
    LabelTable labels =
        Cells.labels(
            new int[] {1, 0, 0, 1, 0, -1},
            new int[] {0, 1, 0, -1, 1, -1},
            new int[] {0, 0, 1, -1, 1, -1});
    PredictionTable predictions =
        Cells.predictions(
            true,
            new double[] {.6, .3, .1, .2, .2, .3},
            new double[] {.3, .3, .2, .7, .2, .3},
            new double[] {.1, .4, .7, .1, .6, .4});
    ModelReport report =
        ModelReport.of(labels, predictions, Thresholds.HALF, List.of(), Cells.rows(labels));
    ConfusionMatrix matrix = report.confusions().getFirst();
    assertArrayEquals(new int[] {1, 1, 0}, matrix.counts()[0]);
    assertArrayEquals(new int[] {0, 0, 1}, matrix.counts()[1]);
    assertArrayEquals(new int[] {0, 0, 1}, matrix.counts()[2]);
    assertArrayEquals(new int[] {3}, matrix.rows().get(0).get(1));
    assertEquals(0.5, report.accuracy().getAsDouble(), 1e-12);
    assertEquals(4, report.accuracyCount()); // row 4 has two classes, row 5 none
    assertEquals(0.5, report.accuracyEstimate().baseRate(), 1e-12);
  }

  /** Not that of "not the most frequent", which is higher where no class has half of the images. */
  @Test
  void theBaseRateOfManyClassesIsTheShareOfTheMostFrequent() {
    LabelTable labels =
        Cells.labels(
            new int[] {1, 1, 0, 0, 0}, new int[] {0, 0, 1, 0, 0}, new int[] {0, 0, 0, 1, 1});
    double[] third = {.3, .3, .3, .3, .3};
    ModelReport report =
        ModelReport.of(
            labels,
            Cells.predictions(true, third, third, third),
            Thresholds.HALF,
            List.of(),
            Cells.rows(labels));
    assertEquals(0.4, report.accuracyEstimate().baseRate(), 1e-12);
    assertEquals(0.4, report.accuracy().getAsDouble(), 1e-12);
  }

  @Test
  void inAGroupNoneOfThemIsAnAnswerToo() {
    LabelTable labels =
        Cells.labels(new int[] {1, 0, 0, 0}, new int[] {0, 1, 0, 0}, new int[] {1, 1, 1, 1});
    PredictionTable predictions =
        Cells.predictions(
            false,
            new double[] {.6, .1, .2, .7},
            new double[] {.7, .3, .2, .1},
            new double[] {.9, .9, .9, .9});
    ModelReport report =
        ModelReport.of(
            labels,
            predictions,
            new Thresholds(Map.of("c1", 0.25)),
            List.of(List.of("c0", "c1")),
            Cells.rows(labels));
    ConfusionMatrix matrix = report.confusions().getFirst();
    assertTrue(matrix.none());
    assertArrayEquals(new int[] {0, 1, 0}, matrix.counts()[0]);
    assertArrayEquals(new int[] {0, 1, 0}, matrix.counts()[1]);
    assertArrayEquals(new int[] {1, 0, 1}, matrix.counts()[2]);
  }

  @Test
  void equalProbabilitiesEnterTheCurveTogether() {
    ScoredCells cells = Cells.of(new int[] {1, 0, 1, 0}, new double[] {.5, .5, .9, .1});
    ThresholdCurve curve = ThresholdCurve.of(cells);
    assertEquals(4, curve.points().size()); // infinity, .9, .5, .1
    assertEquals(1, curve.recall(curve.points().get(2)));
    assertEquals(0.5, curve.falsePositiveRate(curve.points().get(2)));
    assertEquals(2 / 3.0, curve.precision(curve.points().get(2)), 1e-12);
    assertEquals(3, curve.thinned(3).points().size());
    assertEquals(curve.points().getLast(), curve.thinned(3).points().getLast());
  }
}
