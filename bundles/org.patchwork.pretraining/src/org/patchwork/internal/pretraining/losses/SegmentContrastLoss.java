// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * The contrastive loss of segments (Hénaff et al. 2021, equation 3, without the distinction by
 * image): a segment in one view is to be more alike to itself in the other than to all others.
 * Segments that one of the views has lost count neither as rows nor as negatives.
 *
 * @param temperature what cosines are divided by
 */
public record SegmentContrastLoss(double temperature) {
  private static final float NEVER = -1e9f;

  /**
   * The loss of embeddings {@code [n, d]}, n known, and its {@code accuracy}.
   *
   * @param kept {@code [n, 1]}, 1 for pairs that count, else 0
   */
  public EncoderLoss build(Ops ops, Node first, Node second, Node kept) {
    ViewPairs pairs = ViewPairs.of(ops, first, second);
    Node scale = ops.constant((float) (1 / temperature));
    Node rows = ops.concat(0, kept, kept);
    Node lost = ops.transpose(ops.subtract(ops.constant(1), rows));
    Node never = ops.add(pairs.onlyNegatives(), ops.multiply(lost, ops.constant(NEVER)));
    Node positives = ops.multiply(pairs.positives(), scale);
    Node negatives = ops.add(ops.multiply(pairs.similarities(), scale), never);
    Node each = ops.subtract(pairs.logSumExp(ops.concat(1, positives, negatives)), positives);
    Node hardest = ops.max(negatives, true, -1);
    Node wrong = ops.greaterEqual(hardest, positives);
    Node right = ops.subtract(ops.constant(1), mean(ops, wrong, rows));
    return EncoderLoss.of(mean(ops, each, rows)).with("accuracy", right);
  }

  private static Node mean(Ops ops, Node values, Node rows) {
    Node count = ops.maximum(ops.sum(rows, false), ops.constant(1));
    return ops.divide(ops.sum(ops.multiply(values, rows), false), count);
  }
}
