// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

/** A float32 value in a network under construction; belongs to the {@link Ops} that made it. */
public interface Node {
  /** Its shape; −1 where the size is only known at run time (the batch, always first). */
  int[] shape();

  /** Number of dimensions. */
  default int rank() {
    return shape().length;
  }

  /** Size of a dimension; negative indices count from the end. */
  default int size(int dimension) {
    int[] shape = shape();
    return shape[dimension < 0 ? shape.length + dimension : dimension];
  }
}
