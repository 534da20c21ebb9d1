// SPDX-License-Identifier: MIT
package org.patchwork.learn.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.SamplingStrategy;

class LossOutlookTest {
  private static final double TOLERANCE = 1e-9;

  /**
   * Rows 0–3: class a is 1, 0, 0, 0; class b is known to be absent in row 0 only. Row 4 is held.
   */
  private static LabelTable labels() {
    return LabelTable.empty()
        .withClasses(List.of("a", "b"))
        .withRows(
            List.of("0.png", "1.png", "2.png", "3.png", "4.png"), List.of("s", "s", "s", "s", "s"))
        .withLabels(0, new int[] {0, 1, 2, 3, 4}, new byte[] {1, 0, 0, 0, 1})
        .withLabels(1, new int[] {0}, new byte[] {0})
        .withValidation(new int[] {4}, new byte[] {1});
  }

  /** By instance the five cells are drawn alike: row 0 twice, the others once. */
  @Test
  void countsWhatABatchHoldsOnAverage() throws Exception {
    LossOutlook outlook =
        LossOutlook.of(labels(), SamplingStrategy.INSTANCE, ClassWeighting.NONE, 10);
    LossOutlook.OfClass first = outlook.classes().get(0);
    assertEquals(1, first.present());
    assertEquals(3, first.absent());
    assertEquals(0, first.unknown());
    assertEquals(10 * 2 / 5.0, first.presentInBatch(), TOLERANCE);
    assertEquals(10 * 3 / 5.0, first.absentInBatch(), TOLERANCE);
    assertEquals(0.4, first.presentShare(), TOLERANCE);
    LossOutlook.OfClass second = outlook.classes().get(1);
    assertEquals(3, second.unknown());
    assertEquals(4, second.absentInBatch(), TOLERANCE);
    assertEquals(0, second.presentShare(), TOLERANCE);
  }

  @Test
  void weightsMoveTheShare() throws Exception {
    LossOutlook.OfClass first =
        LossOutlook.of(labels(), SamplingStrategy.INSTANCE, ClassWeighting.BALANCED, 10)
            .classes()
            .get(0);
    assertEquals(2, first.presentWeight(), 1e-6);
    assertEquals(2 / 3.0, first.absentWeight(), 1e-6);
    assertEquals(8 / 12.0, first.presentShare(), 1e-6);
  }

  @Test
  void withoutLabelsThereIsNothingToSee() {
    LabelTable none = LabelTable.empty().withClasses(List.of("a"));
    TrainingException e =
        assertThrows(
            TrainingException.class,
            () -> LossOutlook.of(none, SamplingStrategy.CLASS, ClassWeighting.NONE, 16));
    assertTrue(e.getMessage().startsWith("There is nothing to train on"), e.getMessage());
  }
}
