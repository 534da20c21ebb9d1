// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.split.Folds;
import org.patchwork.learn.split.Grouping;

class CrossValidationTest {
  private final TrainingService service =
      new TrainingService(TestAlgorithms.with(new LinearEngine()));
  private final TrainingSpec spec =
      TestData.direct(
          Map.of("epochs", 3, "batchesPerEpoch", 30, "learningRate", .05, "earlyStop", 2));

  private CrossValidation run(TrainingData data, CrossValidationParameters parameters)
      throws TrainingException {
    Folds folds = CrossValidation.folds(data, parameters);
    return CrossValidation.run(service, spec, data, folds, new NullProgressMonitor());
  }

  @Test
  void judgesEveryLabelledImageByAModelThatDidNotSeeIt() throws Exception {
    TrainingData data = TestData.labeled(150);
    CrossValidation result = run(data, new CrossValidationParameters());
    assertEquals(150, result.rows());
    assertEquals(5, result.perFold().size());
    assertEquals(300, result.overall().accuracyCount());
    CrossValidation.Spread spread = result.spread(e -> e.accuracy().orElseThrow());
    assertTrue(spread.mean() > .9, spread::toString);
    assertTrue(spread.deviation() > 0 && spread.deviation() < .1, spread::toString);
  }

  @Test
  void keepsSubsetsWhole() throws Exception {
    TrainingData data = TestData.labeled(150); // subsets of ten images
    Folds folds = CrossValidation.folds(data, new CrossValidationParameters(3, Grouping.SUBSET, 1));
    for (int row = 0; row < 150; row++) {
      assertEquals(folds.fold()[row - row % 10], folds.fold()[row], "row " + row);
    }
  }

  @Test
  void unlabelledImagesAreInNoFold() throws Exception {
    TrainingData data = TestData.labeled(60);
    LabelTable labels = data.labels();
    for (int c = 0; c < 2; c++) {
      labels = labels.withLabels(c, new int[] {4}, new byte[] {LabelTable.UNKNOWN});
    }
    CrossValidation result =
        run(data.withLabels(labels), new CrossValidationParameters(4, Grouping.NONE, 0));
    assertEquals(59, result.rows());
    assertFalse(result.predictions().has(4));
    assertTrue(result.predictions().has(5));
  }

  @Test
  void moreFoldsThanGroupsAreRefused() {
    TrainingData data = TestData.labeled(20); // two subsets
    String message =
        assertThrows(
                TrainingException.class,
                () ->
                    CrossValidation.folds(
                        data, new CrossValidationParameters(5, Grouping.SUBSET, 0)))
            .getMessage();
    assertTrue(message.contains("5 parts"), message);
  }
}
