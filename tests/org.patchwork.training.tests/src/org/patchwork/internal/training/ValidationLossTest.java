// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingData;

class ValidationLossTest {
  /**
   * More than one batch, the last one short: with a mean of batch means it would count far too
   * much.
   */
  @Test
  void batchesCountByTheirKnownLabels() throws TrainingException {
    int rows = 1030;
    TrainingData data = data(rows);

    double loss =
        new ValidationLoss(data, IntStream.range(0, rows).toArray())
            .of(meanOfFirstFeature())
            .orElseThrow();

    double expected = IntStream.range(0, rows).average().orElseThrow();
    assertEquals(expected, loss, 1e-2);
  }

  @Test
  void withoutValidationRowsThereIsNoLoss() throws TrainingException {
    assertTrue(new ValidationLoss(data(3), new int[0]).of(meanOfFirstFeature()).isEmpty());
  }

  /** A model whose loss is the mean of the features of the batch. */
  private static TrainableModel meanOfFirstFeature() {
    return (TrainableModel)
        Proxy.newProxyInstance(
            TrainableModel.class.getClassLoader(),
            new Class<?>[] {TrainableModel.class},
            (proxy, method, arguments) -> {
              float[] inputs = (float[]) arguments[0];
              int count = (Integer) arguments[2];
              return IntStream.range(0, count).mapToDouble(i -> inputs[i]).average().orElseThrow();
            });
  }

  private static TrainingData data(int rows) {
    float[] features = new float[rows];
    byte[] values = new byte[rows];
    for (int row = 0; row < rows; row++) {
      features[row] = row;
    }
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(
                IntStream.range(0, rows).mapToObj(row -> "r" + row).toList(),
                java.util.Collections.nCopies(rows, null))
            .withLabels(0, IntStream.range(0, rows).toArray(), values);
    return new TrainingData(
        labels, FeatureMatrix.of(new int[] {1}, features), List.of("a"), false, null);
  }
}
