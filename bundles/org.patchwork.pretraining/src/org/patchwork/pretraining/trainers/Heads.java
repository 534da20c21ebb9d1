// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/** The networks behind encoders. */
final class Heads {
  private Heads() {}

  /** Dense layer without bias. */
  static Node linear(Network network, String name, Node x, int units) {
    Node kernel =
        network.weight(name + "/kernel", Kind.KERNEL, Init.GLOROT_UNIFORM, x.size(-1), units);
    return network.matMul(x, kernel, false);
  }

  /**
   * Dense layers, all but the last with batch norm and ReLU; the biases before norms are left out.
   */
  static Node mlp(Network network, String name, Node x, int hidden, int layers, int outputs) {
    Node y = x;
    for (int layer = 1; layer < layers; layer++) {
      y = linear(network, name + layer, y, hidden);
      y = network.relu(network.batchNorm(name + layer + "_norm", y));
    }
    return network.dense(name + layers, y, outputs);
  }
}
