// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.core.TrainingException;

/**
 * How a number that a network makes of each image changes with the values of its pixels. Used by
 * one thread at a time; close it.
 */
public interface InputGradient extends AutoCloseable {
  /**
   * Computes the number and its gradient.
   *
   * @param images {@code count} images, values in [0, 1], row-major
   * @param count number of images, at least 1; all of them are in memory at once, with everything
   *     the network computes of them
   * @param values takes the number of each image
   * @param gradients takes as many values as {@code images} has
   */
  void apply(float[] images, int count, float[] values, float[] gradients) throws TrainingException;

  @Override
  void close();
}
