// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

/** Builds a scalar loss from targets in {−1, 0, 1} and predictions in [0, 1]. */
@FunctionalInterface
public interface LossFunction {
  Node build(Ops ops, Node target, Node prediction);
}
