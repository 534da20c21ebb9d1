// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.TrainerContext;

/** What queues of embeddings have in common. */
final class Queues {
  private Queues() {}

  /** Refuses a queue that a batch does not fit into. */
  static void require(int rows, TrainerContext context) throws TrainingException {
    if (rows < context.batchSize()) {
      throw new TrainingException(
          "A queue of "
              + rows
              + " embeddings cannot take a batch of "
              + context.batchSize()
              + ". Take a longer queue or a smaller batch.");
    }
  }

  /** Batches that fill a queue before the first step; of a small pile each image once. */
  static int rehearsals(int rows, int batchSize, int most) {
    return Math.min(most, (rows + batchSize - 1) / batchSize);
  }
}
