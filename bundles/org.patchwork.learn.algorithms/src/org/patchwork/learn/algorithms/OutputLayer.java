// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The dense layer that all output models end in; named {@code output}, so that weight decay can
 * leave it alone.
 */
final class OutputLayer {
  private OutputLayer() {}

  static Node logits(Network network, Node vector, int classes, boolean normalize) {
    return network.dense("output", input(network, vector, normalize), classes);
  }

  /** What the kernel of the layer is multiplied with. */
  static Node input(Network network, Node vector, boolean normalize) {
    return normalize ? network.l2Normalize(vector) : vector;
  }
}
