// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.WeightedLoss;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** A loss that is the mean cost of the known cells, each cell by itself. */
abstract class CellLoss<P extends Record> implements WeightedLoss<P> {

  /**
   * What each cell costs.
   *
   * @param target {@code [n, classes]}; what comes of −1 is not used, but must be finite
   * @param prediction {@code [n, classes]}, probabilities in [0, 1]
   * @return {@code [n, classes]}, not negative, with a finite gradient even at probabilities 0 and
   *     1: a mask times infinity would not be zero
   */
  abstract Node cost(Ops ops, Node target, Node prediction, P parameters);

  @Override
  public final Node build(Ops ops, Node target, Node prediction, P parameters) {
    return Masks.mean(ops, Masks.known(ops, target), cost(ops, target, prediction, parameters));
  }

  @Override
  public final Node build(Ops ops, Node target, Node prediction, Node weights, P parameters) {
    Node counted = ops.multiply(Masks.known(ops, target), weights);
    return Masks.mean(ops, counted, cost(ops, target, prediction, parameters));
  }
}
