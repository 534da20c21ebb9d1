// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Mutual information of the clusters of pairs (Ji, Henriques and Vedaldi 2019, equation 3), from
 * the joint distribution of two soft assignments, made symmetric.
 *
 * @param information I, in nats: {@code entropy − conditionalEntropy}
 * @param entropy H of the clusters
 * @param conditionalEntropy H of the cluster of one of a pair, once that of the other is known
 */
public record MutualInformationLoss(Node information, Node entropy, Node conditionalEntropy) {
  private static final float LEAST = 1e-7f;

  /**
   * Measures assignments.
   *
   * @param first probabilities {@code [n, k]}, n known
   * @param second those of the other of each pair
   */
  public static MutualInformationLoss of(Ops ops, Node first, Node second) {
    Node counts = ops.matMul(ops.transpose(first), second, false);
    Node both = ops.add(counts, ops.transpose(counts));
    Node half = ops.multiply(both, ops.constant(0.5f));
    Node floored = ops.maximum(half, ops.constant(LEAST));
    Node joint = ops.divide(floored, ops.sum(floored, false));
    Node marginal = ops.sum(joint, true, 0);
    Node logMarginal = ops.log(marginal);
    Node entropy = ops.negate(ops.sum(ops.multiply(marginal, logMarginal), false));
    Node logConditional = ops.subtract(ops.log(joint), logMarginal);
    Node conditional = ops.negate(ops.sum(ops.multiply(joint, logConditional), false));
    return new MutualInformationLoss(ops.subtract(entropy, conditional), entropy, conditional);
  }

  /** What falls: −I − entropyWeight · H. */
  public Node loss(Ops ops, double entropyWeight) {
    Node weighted = ops.multiply(ops.constant((float) entropyWeight), entropy);
    return ops.negate(ops.add(information, weighted));
  }
}
