// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.RowSampler;

/**
 * The rows of one training batch after the other. A batch of several parts draws each from a
 * bootstrap sample of its own, by a generator of its own.
 */
final class BatchDraw {
  private final RowSampler[] samplers;
  private final RandomGenerator[] random;
  private final int[] part;

  /**
   * Prepares the draws of a run.
   *
   * @param parts number of parts of a batch
   * @param size rows of a part
   */
  BatchDraw(RowSampler sampler, int parts, int size, long seed) {
    RandomStreams streams = new RandomStreams(seed);
    samplers = new RowSampler[parts];
    random = new RandomGenerator[parts];
    part = new int[size];
    for (int i = 0; i < parts; i++) {
      random[i] = streams.stream(parts == 1 ? "batches" : "batches " + i);
      samplers[i] = parts == 1 ? sampler : sampler.bootstrap(streams.stream("bootstrap " + i));
    }
  }

  /** Draws the next batch. */
  void next(int[] rows) {
    for (int i = 0; i < samplers.length; i++) {
      samplers[i].draw(random[i], part);
      System.arraycopy(part, 0, rows, i * part.length, part.length);
    }
  }
}
