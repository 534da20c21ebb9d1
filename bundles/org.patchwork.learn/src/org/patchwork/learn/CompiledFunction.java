// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.TrainingException;

/**
 * A function from a batch of arrays to a batch of arrays, ready to run. Used by one thread at a
 * time.
 */
public interface CompiledFunction extends AutoCloseable {
  /** Shape of one input, without the batch; −1 where the function takes any size. */
  int[] inputShape();

  /** Shape of one output, without the batch. */
  int[] outputShape();

  /**
   * Applies the function.
   *
   * @param inputs {@code count × product(inputShape)} values, row-major
   * @param count number of inputs, at least 1
   * @param outputs takes {@code count × product(outputShape)} values
   */
  void apply(float[] inputs, int count, float[] outputs) throws TrainingException;

  @Override
  void close();
}
