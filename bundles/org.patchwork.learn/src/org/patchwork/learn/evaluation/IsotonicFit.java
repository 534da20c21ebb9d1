// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Fits a {@link ProbabilityMap.Isotonic} by pooling adjacent violators (Ayer and others 1955).
 * Shares are drawn half a cell towards the middle, so that no block of cells makes anything
 * certain.
 */
final class IsotonicFit {
  private IsotonicFit() {}

  private record Block(double low, double high, double positives, double count) {
    double share() {
      return positives / count;
    }

    Block with(Block next) {
      return new Block(low, next.high, positives + next.positives, count + next.count);
    }
  }

  /** The function; the identity if a side is empty. */
  static ProbabilityMap of(ScoredCells cells) {
    if (cells.positives() == 0 || cells.negatives() == 0) {
      return ProbabilityMap.IDENTITY;
    }
    Deque<Block> blocks = new ArrayDeque<>();
    for (int end = cells.size(); end > 0; ) {
      int first = end - 1;
      while (first > 0 && cells.probability(first - 1) == cells.probability(end - 1)) {
        first--;
      }
      add(blocks, block(cells, first, end));
      end = first;
    }
    return function(new ArrayList<>(blocks));
  }

  private static Block block(ScoredCells cells, int first, int end) {
    int positives = 0;
    for (int i = first; i < end; i++) {
      positives += cells.present(i) ? 1 : 0;
    }
    double p = cells.probability(first);
    return new Block(p, p, positives, end - first);
  }

  private static void add(Deque<Block> blocks, Block block) {
    Block pooled = block;
    while (!blocks.isEmpty() && blocks.peekLast().share() >= pooled.share()) {
      pooled = blocks.removeLast().with(pooled);
    }
    blocks.addLast(pooled);
  }

  private static ProbabilityMap function(List<Block> blocks) {
    List<double[]> points = new ArrayList<>();
    for (Block block : blocks) {
      double share = (block.positives() + 0.5) / (block.count() + 1);
      share = points.isEmpty() ? share : Math.max(share, points.getLast()[1]);
      points.add(new double[] {block.low(), share});
      if (block.high() > block.low()) {
        points.add(new double[] {block.high(), share});
      }
    }
    return new ProbabilityMap.Isotonic(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }
}
