// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Works through long lists of rows in blocks that fit into a cache, on all cores. Within a block go
 * column by column, see {@link org.patchwork.core.PredictionTable#gather}.
 */
public final class RowBlocks {
  /** Number of rows in a block; the last one may have fewer. */
  public static final int SIZE = 4096;

  private RowBlocks() {}

  /** What to do with the entries {@code from} … {@code to − 1} of a list. */
  @FunctionalInterface
  public interface Block {
    void work(int from, int to);
  }

  /**
   * Does the work for all blocks, in any order, several at a time; returns when all are done.
   *
   * @param count length of the list
   * @throws OperationCanceledException if the monitor is cancelled
   */
  public static void forEach(int count, IProgressMonitor monitor, Block block) {
    forEach(count, SIZE, monitor, block);
  }

  /** As the other method, with blocks of another size, for rows that take more memory each. */
  public static void forEach(int count, int size, IProgressMonitor monitor, Block block) {
    IntStream.range(0, (count + size - 1) / size)
        .parallel()
        .forEach(
            index -> {
              if (monitor.isCanceled()) {
                throw new OperationCanceledException();
              }
              block.work(index * size, Math.min(count, (index + 1) * size));
            });
  }
}
