// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Cross-entropy of a query against its key and the negatives of a queue: InfoNCE as in MoCo (He,
 * Fan, Wu, Xie and Girshick 2020, equation 1), with the margin of EqCo (Zhu et al. 2020):
 * subtracted from the cosine of the positive before it is divided by the temperature.
 *
 * @param temperature what cosines are divided by
 * @param margin of the positive; EqCo takes temperature · ln(α / K) to make K negatives count as α
 * @param inBatch whether keys of other images of the batch are negatives too
 */
public record QueueContrastLoss(double temperature, double margin, boolean inBatch) {

  /**
   * The loss and its {@code accuracy}, the part of the queries whose key is above every negative.
   *
   * @param queries unit vectors {@code [n, d]}, n known
   * @param keys unit vectors {@code [n, d]}
   * @param negatives cosines of each query with negatives, {@code [n, k]}
   */
  public EncoderLoss build(Ops ops, Node queries, Node keys, Node negatives) {
    int count = queries.size(0);
    Node margins = ops.constant((float) margin);
    Node positives = ops.sum(ops.multiply(queries, keys), true, -1);
    Node shifted = ops.subtract(positives, margins);
    Node others = negatives;
    if (inBatch) {
      Node same = ops.constant(farBelowOnDiagonal(count), count, count);
      others = ops.concat(1, ops.add(ops.matMul(queries, keys, true), same), negatives);
    }
    Node logits =
        ops.multiply(ops.concat(1, shifted, others), ops.constant((float) (1 / temperature)));
    Node likelihood = ops.slice(ops.logSoftmax(logits), 1, 0, 1);
    Node hardest = ops.max(others, true, -1);
    Node missed = ops.mean(ops.greaterEqual(hardest, positives), false);
    return EncoderLoss.of(ops.negate(ops.mean(likelihood, false)))
        .with("accuracy", ops.subtract(ops.constant(1), missed));
  }

  /** The positives stand in a column of their own. */
  private static float[] farBelowOnDiagonal(int count) {
    float[] values = new float[count * count];
    for (int i = 0; i < count; i++) {
      values[i * count + i] = -1e9f;
    }
    return values;
  }
}
