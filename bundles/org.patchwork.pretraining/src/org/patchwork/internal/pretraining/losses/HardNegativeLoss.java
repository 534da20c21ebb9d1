// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Contrastive loss with hard negatives, debiased (Robinson, Chuang, Sra and Jegelka 2021, equation
 * 4): negatives are weighted by exp(β · cosine / temperature), relative to the mean of a row, and
 * what is expected of negatives of the same kind is taken off.
 *
 * @param temperature what cosines are divided by
 * @param beta how much hard negatives count; 0 only together with {@code tauPlus} 0, which is
 *     NT-Xent
 * @param tauPlus part of the negatives that are expected to be positives
 * @param meanOverAll true to take the mean of a row over 2n columns, two of which are zero, instead
 *     of the 2n − 2 negatives
 */
public record HardNegativeLoss(
    double temperature, double beta, double tauPlus, boolean meanOverAll) {

  /** The loss of embeddings {@code [n, d]} of any length, n known, and its {@code accuracy}. */
  public EncoderLoss build(Ops ops, Node first, Node second) {
    ViewPairs pairs = ViewPairs.of(ops, first, second);
    Node scale = ops.constant((float) (1 / temperature));
    Node positives = ops.multiply(pairs.positives(), scale);
    Node logits = ops.multiply(pairs.similarities(), scale);
    Node negatives = negatives(ops, pairs, positives, logits);
    Node loss = ops.subtract(ops.log(ops.add(ops.exp(positives), negatives)), positives);
    return EncoderLoss.of(ops.mean(loss, false))
        .with("accuracy", pairs.accuracy(positives, ops.add(logits, pairs.onlyNegatives())));
  }

  private Node negatives(Ops ops, ViewPairs pairs, Node positives, Node logits) {
    float count = 2 * pairs.count() - 2;
    Node mask = pairs.negatives();
    Node importance = ops.multiply(mask, ops.exp(ops.multiply(logits, ops.constant((float) beta))));
    float columns = meanOverAll ? count + 2 : count;
    Node mean = ops.divide(ops.sum(importance, true, -1), ops.constant(columns));
    Node reweighted =
        ops.divide(ops.sum(ops.multiply(importance, ops.exp(logits)), true, -1), mean);
    Node expected = ops.multiply(ops.exp(positives), ops.constant((float) (tauPlus * count)));
    Node debiased =
        ops.divide(ops.subtract(reweighted, expected), ops.constant((float) (1 - tauPlus)));
    return ops.maximum(debiased, ops.constant((float) (count * Math.exp(-1 / temperature))));
  }
}
