// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * What adversarial negatives make smaller: the contrastive loss of the queries, negated, AdCo (Hu,
 * Wang, Hu and Qi 2021, equation 6). In the paper each query divides its attention among the
 * negatives; the authors' code lets each negative divide its own among the queries, which keeps all
 * of them moving: −1/n Σₖ ln Σᵢ exp(qᵢ · nₖ / temperature).
 *
 * @param temperature what cosines are divided by
 * @param amongQueries true for the form of the code
 */
public record NegativesLoss(double temperature, boolean amongQueries) {

  /**
   * The loss, a scalar; its gradient is meant for the negatives alone.
   *
   * @param queries unit vectors {@code [n, d]}, n known
   * @param keys unit vectors {@code [n, d]}
   * @param negatives unit vectors {@code [k, d]}
   */
  public Node build(Ops ops, Node queries, Node keys, Node negatives) {
    Node fixed = ops.stopGradient(queries);
    if (!amongQueries) {
      Node cosines = ops.matMul(fixed, negatives, true);
      QueueContrastLoss loss = new QueueContrastLoss(temperature, 0, true);
      return ops.negate(loss.build(ops, fixed, ops.stopGradient(keys), cosines).loss());
    }
    Node logits =
        ops.multiply(ops.matMul(negatives, fixed, true), ops.constant((float) (1 / temperature)));
    Node top = ops.stopGradient(ops.max(logits, true, -1));
    Node sums = ops.log(ops.sum(ops.exp(ops.subtract(logits, top)), true, -1));
    Node total = ops.sum(ops.add(sums, top), false);
    return ops.multiply(total, ops.constant(-1f / queries.size(0)));
  }
}
