// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * A loss whose cells may count differently, for example because one class is rare. Only such a loss
 * can be trained with {@link ClassWeights}.
 *
 * @param <P> parameter record
 */
public interface WeightedLoss<P extends Record> extends Loss<P> {
  /**
   * Builds the loss as a weighted mean, so that weights of 1 give {@link #build(Ops, Node, Node,
   * Record)} and a common factor of all weights changes nothing.
   *
   * @param target {@code [n, classes]}, values −1 (unknown), 0, 1
   * @param prediction {@code [n, classes]}, probabilities in [0, 1]
   * @param weights {@code [n, classes]}, positive
   * @return as of {@link #build(Ops, Node, Node, Record)}
   */
  Node build(Ops ops, Node target, Node prediction, Node weights, P parameters);
}
