// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Divides images evenly among prototypes (Cuturi 2013; Caron et al. 2020, section 3.1): from scores
 * to codes whose rows add up to 1 and whose columns have about the same sum.
 *
 * @param epsilon smoothness; small values give one prototype each
 * @param iterations how often rows and columns are set right
 */
public record Sinkhorn(double epsilon, int iterations) {
  private static final float TINY = 1e-12f;

  /**
   * Codes {@code [n, k]}, without a gradient.
   *
   * @param scores {@code [n, k]}
   * @param weights {@code [n, 1]}, 0 for rows that are left out, else 1
   */
  public Node codes(Ops ops, Node scores, Node weights) {
    Node fixed = ops.stopGradient(scores);
    Node shifted = ops.subtract(fixed, ops.max(fixed, true));
    Node codes = ops.exp(ops.multiply(shifted, ops.constant((float) (1 / epsilon))));
    codes = ops.multiply(codes, weights);
    for (int i = 0; i < iterations; i++) {
      codes = evened(ops, codes, 0);
      codes = evened(ops, codes, 1);
    }
    return ops.stopGradient(codes);
  }

  private static Node evened(Ops ops, Node codes, int dimension) {
    Node sums = ops.sum(codes, true, dimension);
    return ops.divide(codes, ops.maximum(sums, ops.constant(TINY)));
  }
}
