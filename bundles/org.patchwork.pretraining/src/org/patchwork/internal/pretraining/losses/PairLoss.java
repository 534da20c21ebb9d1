// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Loss of images and their texts (Radford et al. 2021, figure 3): cosines over temperature as
 * logits, half the cross-entropy of finding the text to each image and half of finding the image to
 * each text of the batch.
 *
 * @param temperature what cosines are divided by
 */
public record PairLoss(double temperature) {

  /**
   * The loss and its {@code accuracy}, the mean of both directions.
   *
   * @param images embeddings {@code [n, d]} of any length, n known
   * @param texts embeddings of the texts in the same order
   */
  public EncoderLoss build(Ops ops, Node images, Node texts) {
    int count = images.size(0);
    float[] diagonal = new float[count * count];
    for (int i = 0; i < count; i++) {
      diagonal[i * count + i] = 1;
    }
    Node own = ops.constant(diagonal, count, count);
    Node cosines = ops.matMul(ops.l2Normalize(images), ops.l2Normalize(texts), true);
    Node logits = ops.multiply(cosines, ops.constant((float) (1 / temperature)));
    Node columns = ops.transpose(logits);
    Node both =
        ops.add(TaskLoss.crossEntropy(ops, own, logits), TaskLoss.crossEntropy(ops, own, columns));
    Node right = ops.add(TaskLoss.accuracy(ops, own, logits), TaskLoss.accuracy(ops, own, columns));
    Node half = ops.constant(0.5f);
    return EncoderLoss.of(ops.multiply(half, both)).with("accuracy", ops.multiply(half, right));
  }
}
