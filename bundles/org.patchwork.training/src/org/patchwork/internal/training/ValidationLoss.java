// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainableModel;
import org.patchwork.training.TrainingData;

/**
 * The loss over all known labels of the validation rows. Batches count by their number of known
 * labels, so the answer does not depend on how the rows fall into batches, and without validation
 * rows there is none.
 */
public final class ValidationLoss {
  private static final int BATCH_VALUES = 1 << 20;
  private static final int MAX_BATCH = 1024;

  private final TrainingData data;
  private final int[] rows;
  private final Batch batch;
  private final int capacity;

  /** Prepares to evaluate on these rows. */
  public ValidationLoss(TrainingData data, int[] rows) {
    this.data = data;
    this.rows = rows;
    int width = data.features().width();
    this.capacity =
        Math.min(Math.clamp(BATCH_VALUES / width, 1, MAX_BATCH), Math.max(rows.length, 1));
    this.batch = new Batch(capacity, width, data.labels().classes());
  }

  /** The loss of the model as it is now. */
  public OptionalDouble of(TrainableModel model) throws TrainingException {
    double sum = 0;
    long known = 0;
    for (int offset = 0; offset < rows.length; offset += capacity) {
      batch.fill(data, rows, offset, Math.min(capacity, rows.length - offset));
      sum += batch.knownLabels() * model.loss(batch.inputs(), batch.targets(), batch.count());
      known += batch.knownLabels();
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
  }
}
