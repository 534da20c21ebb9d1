// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;

class HiddenCellsTest {
  private static final int ROWS = 1000;

  @Test
  void theShareIsHiddenAndTheRestIsTrue() {
    LabelTable truth = TestData.labeled(ROWS).labels();
    LabelTable answers = HiddenCells.of(truth, 0.7, 3);
    int known = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int c = 0; c < truth.classes(); c++) {
        if (answers.label(row, c) != LabelTable.UNKNOWN) {
          assertEquals(truth.label(row, c), answers.label(row, c));
          known++;
        }
      }
    }
    assertEquals(0.3, (double) known / (ROWS * truth.classes()), 0.04);
    assertSame(truth, HiddenCells.of(truth, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> HiddenCells.of(truth, 1, 3));
  }

  @Test
  void onlyImagesWithAnAnswerCanBeLabelled() {
    LabelTable truth = TestData.labeled(ROWS).labels();
    LabelTable answers = HiddenCells.of(truth, 0.7, 3);
    BitSet all = new BitSet();
    all.set(0, ROWS);
    BitSet answered = HiddenCells.answered(answers, all);
    assertTrue(answered.cardinality() < ROWS, "some have none");
    assertTrue(
        answered.stream().allMatch(row -> answers.status(row) != LabelTable.Status.UNLABELED));
  }

  @Test
  void aSimulationCountsWhatItFinds() throws TrainingException {
    Algorithms algorithms = TestAlgorithms.with(new LinearEngine());
    TrainingData truth = TestData.labeled(200);
    TestSplit split = TestSplit.of(truth.labels(), 0.3, false, 0);
    SimulationSpec spec =
        new SimulationSpec(
            List.of("random"),
            10,
            40,
            Integer.MAX_VALUE,
            List.of(0L),
            null,
            0.6,
            TestData.DESIGN,
            TestData.parameters(Map.of("epochs", 1, "batchesPerEpoch", 5)));
    List<CurvePoint> points =
        new Simulation(new TrainingService(algorithms), algorithms, 1)
            .run(spec, truth, split, SimulationListener.NONE, new NullProgressMonitor());
    LabelTable answers = HiddenCells.of(truth.labels(), 0.6, 0);
    BitSet pool = HiddenCells.answered(answers, split.pool());
    CurvePoint last = points.get(points.size() - 1);
    assertEquals(pool.cardinality(), last.labels());
    for (int c = 0; c < answers.classes(); c++) {
      int index = c;
      long present =
          pool.stream().filter(row -> answers.label(row, index) == LabelTable.PRESENT).count();
      assertEquals(present, (long) last.positives().get(c));
      assertTrue(points.get(0).positives().get(c) <= present);
    }
  }
}
