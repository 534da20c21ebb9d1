// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import java.util.Map;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * NNCLR (Dwibedi, Aytar, Tompson, Sermanet and Zisserman 2021, equation 3): the positive of a view
 * is not the other view but what is most like it in a queue. ½ [NT-Xent(p₁, nn(z₂)) + NT-Xent(p₂,
 * nn(z₁))], NT-Xent over both views as in SimCLR where the paper takes one row of the matrix.
 *
 * @param temperature what cosines are divided by
 * @param epsilon implicit feature modification, see {@link ContrastiveLoss}; 0 without
 */
public record NearestNeighbourLoss(double temperature, double epsilon) {

  /**
   * The loss and its {@code accuracy}.
   *
   * @param first what is compared of the first view, {@code [n, d]}, n known: a prediction, or the
   *     embedding itself
   * @param second the same of the second view
   * @param firstNeighbour what was most like the first view
   * @param secondNeighbour what was most like the second view
   */
  public EncoderLoss build(
      Ops ops, Node first, Node second, Node firstNeighbour, Node secondNeighbour) {
    ContrastiveLoss loss = new ContrastiveLoss(temperature, epsilon, false, 0);
    EncoderLoss one = loss.build(ops, first, secondNeighbour);
    EncoderLoss other = loss.build(ops, second, firstNeighbour);
    return EncoderLoss.of(half(ops, one.loss(), other.loss()))
        .with("accuracy", half(ops, accuracy(one), accuracy(other)));
  }

  private static Node accuracy(EncoderLoss loss) {
    Map<String, Node> measures = loss.measures();
    return measures.get("accuracy");
  }

  private static Node half(Ops ops, Node a, Node b) {
    return ops.multiply(ops.constant(0.5f), ops.add(a, b));
  }

  /** What of a queue is most like each embedding, {@code [n, d]}, without a gradient. */
  public static Node neighbours(Ops ops, Node embeddings, Node queue) {
    Node nearest = ops.topIndices(ops.matMul(embeddings, queue, true), 1);
    Node found = ops.reshape(ops.gather(queue, nearest), embeddings.size(0), queue.size(1));
    return ops.stopGradient(found);
  }
}
