// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

final class TestSplitTest {
  private static final int ROWS = 200;

  @Test
  void theDevelopmentPartNeverMeetsTheTestPart() throws TrainingException {
    LabelTable labels = TestData.labeled(ROWS).labels();
    TestSplit split = TestSplit.of(labels, 0.3, false, 0);

    TestSplit development = split.development(labels, 0.3, false, 0);

    assertFalse(development.test().intersects(split.test()));
    assertFalse(development.pool().intersects(split.test()));
    assertFalse(development.pool().intersects(development.test()));
    BitSet both = (BitSet) development.test().clone();
    both.or(development.pool());
    assertEquals(split.pool(), both);
    assertEquals(0.3 * split.pool().cardinality(), development.test().cardinality(), 1);
    assertEquals(development, split.development(labels, 0.3, false, 0));
  }

  @Test
  void subsetsStayWholeInEveryPart() throws TrainingException {
    List<String> paths = IntStream.range(0, 40).mapToObj(row -> row + ".png").toList();
    List<String> subsets = IntStream.range(0, 40).mapToObj(row -> "image " + row / 4).toList();
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(paths, subsets)
            .withLabels(0, IntStream.range(0, 40).toArray(), new byte[40]);
    TestSplit split = TestSplit.of(labels, 0.3, true, 1);
    for (TestSplit parts : List.of(split, split.development(labels, 0.3, true, 1))) {
      for (int row = 0; row < 40; row++) {
        assertEquals(parts.test().get(row), parts.test().get(row / 4 * 4), "row " + row);
      }
      assertTrue(parts.test().cardinality() % 4 == 0);
    }
  }

  @Test
  void aPoolOfOneImageCannotBeSplitAgain() throws TrainingException {
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(List.of("1.png", "2.png"), java.util.Arrays.asList(null, null))
            .withLabels(0, new int[] {0, 1}, new byte[2]);
    TestSplit split = TestSplit.of(labels, 0.5, false, 0);
    assertThrows(TrainingException.class, () -> split.development(labels, 0.2, false, 0));
  }
}
