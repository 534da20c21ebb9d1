// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Loss of images and their texts (Radford et al. 2021, figure 3): cosines over temperature as
 * logits, half the cross-entropy of finding the text to each image and half of finding the image to
 * each text of the batch. Equal texts of a batch are one: all of their images belong to each of
 * them (Yang et al. 2022, equation 3). Where all texts differ it is the loss of CLIP.
 *
 * @param temperature what cosines are divided by
 */
public record PairLoss(double temperature) {

  /**
   * The loss and its {@code accuracy}, the mean of both directions.
   *
   * @param images embeddings {@code [n, d]} of any length
   * @param texts embeddings of the texts in the same order
   * @param same {@code [n, n]}, 1 where two texts are equal, else 0; symmetric, 1 on the diagonal
   */
  public EncoderLoss build(Ops ops, Node images, Node texts, Node same) {
    Node belongs = ops.divide(same, ops.sum(same, true, 1));
    Node cosines = ops.matMul(ops.l2Normalize(images), ops.l2Normalize(texts), true);
    Node rows = ops.multiply(cosines, ops.constant((float) (1 / temperature)));
    Node columns = ops.transpose(rows);
    Node both =
        ops.add(
            TaskLoss.crossEntropy(ops, belongs, rows),
            TaskLoss.crossEntropy(ops, belongs, columns));
    Node right = ops.add(accuracy(ops, same, rows), accuracy(ops, same, columns));
    Node half = ops.constant(0.5f);
    return EncoderLoss.of(ops.multiply(half, both)).with("accuracy", ops.multiply(half, right));
  }

  /** Part of the rows whose largest logit is of an equal text. */
  private static Node accuracy(Ops ops, Node same, Node logits) {
    Node largest = ops.greaterEqual(logits, ops.max(logits, true, -1));
    Node found = ops.max(ops.multiply(same, largest), false, -1);
    return ops.mean(found, false);
  }

  /** Which texts are equal, from their numbers {@code [n, length]}. */
  public static Node same(Ops ops, Node numbers) {
    int count = numbers.size(0);
    int length = numbers.size(1);
    Node one = ops.reshape(numbers, count, 1, length);
    Node other = ops.reshape(numbers, 1, count, length);
    Node alike = ops.sum(ops.equal(one, other), false, 2);
    return ops.greaterEqual(alike, ops.constant(length - 0.5f));
  }
}
