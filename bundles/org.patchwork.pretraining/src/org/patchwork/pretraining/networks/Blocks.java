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

  /** 7×7 at half the size and pooling at a quarter, or 3×3 at full size. */
  static Node stem(Network network, Node images, int width, boolean smallImages) {
    return smallImages
        ? convNormRelu(network, "stem", images, width, 3, 1)
        : network.maxPool(convNormRelu(network, "stem", images, width, 7, 2), 3, 2, true);
  }

  /** Stages of basic residual blocks; each but the first halves the size, doubles the channels. */
  static Node stages(Network network, Node x, int width, int... blocks) {
    Node y = x;
    for (int stage = 0; stage < blocks.length; stage++) {
      for (int block = 1; block <= blocks[stage]; block++) {
        int step = stage > 0 && block == 1 ? 2 : 1;
        String name = "stage" + (stage + 1) + "_block" + block;
        y = residual(network, name, y, width << stage, step);
      }
    }
    return y;
  }

  /** Channels of the first stage of a residual network. */
  static int width(double multiplier) {
    return Math.max(1, (int) Math.round(64 * multiplier));
  }

  /** Convolution with bias, ReLU, batch norm. */
  static Node convReluNorm(Network network, String name, Node x, int filters, int size, int step) {
    Node maps = network.conv(name, x, new Convolution(filters, size, step, true, true));
    return network.batchNorm(name + "_norm", network.relu(maps));
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
