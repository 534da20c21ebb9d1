// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.learn.RowSampler;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.TrainingData;

/** The batches of stored features of a run, drawn and copied ahead. */
final class HeadBatches implements AutoCloseable {
  private static final int AHEAD = 2;

  private final Prefetch<Batch> prefetch;

  /**
   * Starts to draw.
   *
   * @param parts number of models that learn, each from {@code batchSize} rows of every batch
   */
  HeadBatches(TrainingParameters parameters, int parts, TrainingData data, RowSampler sampler) {
    BatchDraw draw = new BatchDraw(sampler, parts, parameters.batchSize(), parameters.seed());
    int[] rows = new int[Math.multiplyExact(parameters.batchSize(), parts)];
    Batch[] buffers = new Batch[AHEAD + 1];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = new Batch(rows.length, data.features().width(), data.labels().classes());
    }
    prefetch =
        new Prefetch<>(
            "Patchwork training batches",
            Math.multiplyExact(parameters.epochs(), parameters.batchesPerEpoch()),
            AHEAD,
            i -> {
              Batch batch = buffers[i % buffers.length];
              draw.next(rows);
              batch.fill(data, rows, 0, rows.length);
              return batch;
            });
  }

  /** The next batch; valid until the one after the next is taken. */
  Batch next() {
    return prefetch.next();
  }

  @Override
  public void close() {
    prefetch.close();
  }
}
