// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;

class SimulationTest {
  private static final int ROWS = 200;

  private final LinearEngine engine = new LinearEngine();
  private final Algorithms algorithms = TestAlgorithms.with(engine);
  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private Simulation simulation(int threads) {
    return new Simulation(new TrainingService(algorithms), algorithms, threads);
  }

  private static SimulationSpec spec(int start, int batch, int budget) {
    return new SimulationSpec(
        List.of("random", "unsure"),
        start,
        batch,
        budget,
        List.of(0L, 1L, 2L),
        TestData.DESIGN,
        TestData.parameters(Map.of("epochs", 2, "batchesPerEpoch", 20, "learningRate", 0.1)));
  }

  @Test
  void curvesDoNotDependOnTheNumberOfThreads() throws TrainingException {
    TrainingData truth = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);

    List<CurvePoint> one =
        simulation(1).run(spec(4, 8, 30), truth, split, SimulationListener.NONE, monitor);
    List<CurvePoint> three =
        simulation(3).run(spec(4, 8, 30), truth, split, SimulationListener.NONE, monitor);

    assertEquals(one, three);
    assertEquals(2 * 3 * 5, one.size());
    assertEquals(
        List.of(4, 12, 20, 28, 30), one.subList(0, 5).stream().map(CurvePoint::labels).toList());
    assertEquals("unsure", one.get(15).sampler());
    assertTrue(one.get(4).evaluation().meanAuc().orElseThrow() > 0.9);
    assertEquals(0, engine.open.get());
  }

  @Test
  void samplersStartFromTheSameImages() throws TrainingException {
    TrainingData truth = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);

    List<CurvePoint> points =
        simulation(2).run(spec(10, 10, 10), truth, split, SimulationListener.NONE, monitor);

    for (int seed = 0; seed < 3; seed++) {
      assertEquals(points.get(seed).evaluation(), points.get(3 + seed).evaluation());
    }
  }

  @Test
  void budgetBeyondThePoolMeansAll() throws TrainingException {
    TrainingData truth = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);

    List<CurvePoint> points =
        simulation(2)
            .run(
                spec(Integer.MAX_VALUE, 10, Integer.MAX_VALUE),
                truth,
                split,
                SimulationListener.NONE,
                monitor);

    assertEquals(6, points.size());
    assertTrue(points.stream().allMatch(point -> point.labels() == split.pool().cardinality()));
  }

  /** Labels of test rows that would spoil every model if one of them were trained on. */
  @Test
  void trainingNeverSeesATestRow() throws TrainingException {
    TrainingData honest = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(honest.labels(), 0.3, false, 0);
    Set<Integer> read = new HashSet<>();
    FeatureMatrix watched = watch(honest.features(), split, read);
    TrainingData truth =
        new TrainingData(honest.labels(), watched, honest.classNames(), false, null);
    LabelTable flipped = honest.labels();
    int[] test = split.test().stream().toArray();
    for (int c = 0; c < 2; c++) {
      byte[] values = new byte[test.length];
      for (int i = 0; i < test.length; i++) {
        values[i] = (byte) (1 - honest.labels().label(test[i], c));
      }
      flipped = flipped.withLabels(c, test, values);
    }

    List<CurvePoint> right =
        simulation(1).run(spec(20, 20, 60), truth, split, SimulationListener.NONE, monitor);
    List<CurvePoint> wrong =
        simulation(1)
            .run(
                spec(20, 20, 60),
                truth.withLabels(flipped),
                split,
                SimulationListener.NONE,
                monitor);

    for (int i = 0; i < right.size(); i++) {
      double auc = right.get(i).evaluation().meanAuc().orElseThrow();
      assertEquals(1 - auc, wrong.get(i).evaluation().meanAuc().orElseThrow(), 1e-6);
    }
    assertFalse(read.isEmpty(), "test rows are predicted");
  }

  private static FeatureMatrix watch(FeatureMatrix matrix, TestSplit split, Set<Integer> read) {
    return new FeatureMatrix() {
      @Override
      public int rows() {
        return matrix.rows();
      }

      @Override
      public int[] shape() {
        return matrix.shape();
      }

      @Override
      public int width() {
        return matrix.width();
      }

      @Override
      public synchronized void read(int row, float[] target, int offset) {
        if (split.test().get(row)) {
          read.add(row);
        }
        matrix.read(row, target, offset);
      }

      @Override
      public void close() {
        matrix.close();
      }
    };
  }

  @Test
  void failureOfOneRunEndsAllAndIsNamed() throws TrainingException {
    engine.failAtStep = 10;
    TrainingData truth = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);

    TrainingException failure =
        assertThrows(
            TrainingException.class,
            () ->
                simulation(3).run(spec(5, 5, 50), truth, split, SimulationListener.NONE, monitor));
    assertTrue(failure.getMessage().contains("not finite"));
    assertEquals(0, engine.open.get());
  }

  @Test
  void cancelEndsAllRuns() throws TrainingException {
    TrainingData truth = TestData.labeled(ROWS);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);
    List<CurvePoint> seen = new ArrayList<>();
    SimulationListener cancel =
        point -> {
          seen.add(point);
          monitor.setCanceled(true);
        };

    assertThrows(
        OperationCanceledException.class,
        () -> simulation(2).run(spec(5, 5, 100), truth, split, cancel, monitor));
    assertTrue(seen.size() <= 2, seen::toString);
    assertEquals(0, engine.open.get());
  }

  @Test
  void splitKeepsSharesAndWholeSubsets() throws TrainingException {
    LabelTable labels = TestData.labeled(ROWS).labels();

    TestSplit single = TestSplit.of(labels, 0.3, false, 0);
    assertEquals(60, single.test().cardinality());
    assertFalse(single.test().intersects(single.pool()));
    assertEquals(single, TestSplit.of(labels, 0.3, false, 0));
    assertFalse(single.equals(TestSplit.of(labels, 0.3, false, 1)));

    TestSplit grouped = TestSplit.of(labels, 0.3, true, 0);
    for (int row = 0; row < ROWS; row++) {
      boolean first = grouped.test().get(row / 10 * 10);
      assertEquals(first, grouped.test().get(row), "row " + row + " is apart from its subset");
    }
    assertEquals(60, grouped.test().cardinality());
  }

  @Test
  void splitThatLeavesNothingIsRefused() {
    LabelTable labels = TestData.labeled(10).labels();
    int[] all = java.util.stream.IntStream.range(0, 9).toArray();
    byte[] excluded = new byte[9];
    Arrays.fill(excluded, (byte) 1);
    LabelTable oneLeft = labels.withExcluded(all, excluded);

    assertThrows(TrainingException.class, () -> TestSplit.of(oneLeft, 0.3, false, 0));
  }
}
