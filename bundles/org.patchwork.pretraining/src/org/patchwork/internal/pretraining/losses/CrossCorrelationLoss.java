// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Barlow Twins (Zbontar et al. 2021, equation 1): the correlation matrix of the two views, each
 * dimension standardised over the batch, is to be the identity.
 *
 * @param redundancy factor of what stands off the diagonal (λ)
 */
public record CrossCorrelationLoss(double redundancy) {
  private static final float EPSILON = 1e-5f;

  /** The loss of embeddings {@code [n, d]}, n known, and its parts, unweighted. */
  public EncoderLoss build(Ops ops, Node first, Node second) {
    Node a = standardized(ops, first);
    Node b = standardized(ops, second);
    Node count = ops.constant(first.size(0));
    Node all = ops.divide(ops.matMul(ops.transpose(a), b, false), count);
    Node diagonal = ops.mean(ops.multiply(a, b), false, 0);
    Node alike = ops.sum(ops.square(ops.subtract(ops.constant(1), diagonal)), false);
    Node redundant =
        ops.subtract(ops.sum(ops.square(all), false), ops.sum(ops.square(diagonal), false));
    Node loss = ops.add(alike, ops.multiply(ops.constant((float) redundancy), redundant));
    return EncoderLoss.of(loss).with("invariance_loss", alike).with("redundancy_loss", redundant);
  }

  private static Node standardized(Ops ops, Node x) {
    Node centred = ops.subtract(x, ops.mean(x, true, 0));
    Node variance = ops.mean(ops.square(centred), true, 0);
    return ops.divide(centred, ops.sqrt(ops.add(variance, ops.constant(EPSILON))));
  }
}
