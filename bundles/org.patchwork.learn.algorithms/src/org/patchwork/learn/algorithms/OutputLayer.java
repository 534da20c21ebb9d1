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
    Node x = normalize ? network.l2Normalize(vector) : vector;
    return network.dense("output", x, classes);
  }
}
