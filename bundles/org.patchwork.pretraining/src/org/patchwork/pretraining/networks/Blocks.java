// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import org.patchwork.learn.network.Convolution;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** What several architectures are made of. */
final class Blocks {
  private Blocks() {}

  /** Convolution without bias, batch norm, ReLU. */
  static Node convNormRelu(Network network, String name, Node x, int filters, int size, int step) {
    return network.relu(convNorm(network, name, x, filters, size, step));
  }

  /** Convolution without bias, batch norm. */
  static Node convNorm(Network network, String name, Node x, int filters, int size, int step) {
    Node maps = network.conv(name, x, Convolution.plain(filters, size, step));
    return network.batchNorm(name + "_norm", maps);
  }

  /**
   * The basic residual block (He, Zhang, Ren and Sun 2016): two 3×3 convolutions; where size or
   * channels change the shortcut is a 1×1 convolution.
   */
  static Node residual(Network network, String name, Node x, int filters, int step) {
    Node inner = convNormRelu(network, name + "_a", x, filters, 3, step);
    Node outer = convNorm(network, name + "_b", inner, filters, 3, 1);
    boolean same = step == 1 && x.size(-1) == filters;
    Node shortcut = same ? x : convNorm(network, name + "_shortcut", x, filters, 1, step);
    return network.relu(network.add(outer, shortcut));
  }
}
