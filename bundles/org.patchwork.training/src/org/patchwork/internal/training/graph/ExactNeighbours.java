// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.graph;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.learn.linear.TileProduct;

/**
 * The most similar points of each point by comparing all pairs, each pair once, on all cores. The
 * same result on any number of them.
 */
final class ExactNeighbours {
  private static final int BLOCK = TileProduct.SIZE;

  private final UnitVectors vectors;
  private final int blocks;
  private final NearestLists lists;
  private final Object[] locks;
  private final SubMonitor progress;
  private final AtomicInteger next = new AtomicInteger();

  private ExactNeighbours(UnitVectors vectors, int count, IProgressMonitor monitor) {
    this.vectors = vectors;
    this.blocks = (vectors.count() + BLOCK - 1) / BLOCK;
    this.lists = new NearestLists(vectors.count(), count);
    this.locks = IntStream.range(0, blocks).mapToObj(block -> new Object()).toArray();
    this.progress = SubMonitor.convert(monitor, "Comparing all pairs", blocks);
  }

  /**
   * Searches.
   *
   * @param count number of neighbours wanted
   * @throws OperationCanceledException if the monitor is cancelled, within milliseconds
   */
  static NearestLists search(UnitVectors vectors, int count, IProgressMonitor monitor) {
    ExactNeighbours search = new ExactNeighbours(vectors, count, monitor);
    int threads = Runtime.getRuntime().availableProcessors();
    IntStream.range(0, threads).parallel().forEach(thread -> search.work());
    return search.lists;
  }

  /** Takes one row of tiles after the other; the first are the longest. */
  private void work() {
    float[][] panel = TileProduct.newPanel(vectors.width());
    float[][] products = new float[BLOCK][BLOCK];
    for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
      for (int j = i; j < blocks; j++) {
        if (progress.isCanceled()) {
          throw new OperationCanceledException();
        }
        tile(i, j, panel, products);
      }
      synchronized (progress) {
        progress.worked(1);
      }
    }
  }

  private void tile(int i, int j, float[][] panel, float[][] products) {
    int rows = end(i) - i * BLOCK;
    int columns = end(j) - j * BLOCK;
    TileProduct.transpose(vectors.values(), j * BLOCK, end(j), panel);
    TileProduct.multiply(vectors.values(), i * BLOCK, end(i), panel, products);
    if (i == j) {
      for (int r = 0; r < rows; r++) {
        products[r][r] = Float.NEGATIVE_INFINITY; // a point is not its own neighbour
      }
    }
    synchronized (locks[i]) {
      for (int r = 0; r < rows; r++) {
        lists.offerAll(i * BLOCK + r, j * BLOCK, products[r], columns);
      }
    }
    if (i != j) {
      synchronized (locks[j]) {
        offerColumns(products, i * BLOCK, rows, j * BLOCK, columns);
      }
    }
  }

  private int end(int block) {
    return Math.min(vectors.count(), (block + 1) * BLOCK);
  }

  private void offerColumns(
      float[][] products, int firstRow, int rows, int firstColumn, int columns) {
    float[] worst = new float[columns];
    for (int c = 0; c < columns; c++) {
      worst[c] = lists.worst(firstColumn + c);
    }
    for (int r = 0; r < rows; r++) {
      float[] scores = products[r];
      for (int c = 0; c < columns; c++) {
        if (scores[c] >= worst[c]) {
          lists.offer(firstColumn + c, firstRow + r, scores[c]);
          worst[c] = lists.worst(firstColumn + c);
        }
      }
    }
  }
}
