// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.core.ImageFormatException;

/** What goes into a network for a row. May be asked from many threads at once. */
interface LiveInputs {
  /** How an input is seen. */
  enum View {
    /** As it is. */
    PLAIN,
    /** As labelled images are trained on. */
    WEAK,
    /** As FixMatch trains on unlabelled ones. */
    STRONG
  }

  /** Shape of one input. */
  int[] shape();

  /**
   * Reads one input.
   *
   * @param seed of what is random about the view
   * @param target takes the product of {@link #shape()} values from {@code offset} on
   */
  void read(int row, View view, long seed, float[] target, int offset) throws ImageFormatException;
}
