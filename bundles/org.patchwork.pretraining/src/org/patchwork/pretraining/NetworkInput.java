// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * What a network sees of an augmented image. The change is part of the network, and so of the
 * extractor that is exported.
 */
public enum NetworkInput {
  /** The channels as they are. */
  AS_STORED,
  /** One channel, the mean of all. */
  GREY,
  /**
   * Three channels: the slope downwards and to the right of the mean of all channels (Sobel, edges
   * mirrored), each halved and around ½, and zeros; as Caron, Bojanowski, Joulin and Douze 2018
   * feed DeepCluster against clustering by colour.
   */
  SOBEL;

  private static final int HEIGHT = 1;
  private static final int WIDTH = 2;
  private static final int CHANNELS = 3;

  /**
   * Number of channels that the network gets.
   *
   * @param ofImages that of the images
   */
  public int channels(int ofImages) {
    return switch (this) {
      case AS_STORED -> ofImages;
      case GREY -> 1;
      case SOBEL -> 3;
    };
  }

  /** The network behind this input. */
  public NetworkFunction before(NetworkFunction network) {
    return switch (this) {
      case AS_STORED -> network;
      case GREY -> (tower, images) -> network.build(tower, grey(tower, images));
      case SOBEL -> (tower, images) -> network.build(tower, sobel(tower, images));
    };
  }

  private static Node grey(Ops ops, Node images) {
    return ops.mean(images, true, CHANNELS);
  }

  private static Node sobel(Ops ops, Node images) {
    Node grey = mirrored(ops, mirrored(ops, grey(ops, images), HEIGHT), WIDTH);
    Node down = smoothed(ops, difference(ops, grey, HEIGHT), WIDTH);
    Node across = smoothed(ops, difference(ops, grey, WIDTH), HEIGHT);
    Node zeros = ops.multiply(ops.constant(0), down);
    return ops.concat(CHANNELS, centred(ops, down), centred(ops, across), zeros);
  }

  private static Node centred(Ops ops, Node slope) {
    Node half = ops.constant(0.5f);
    return ops.add(ops.multiply(half, slope), half);
  }

  /** One row or column more at each end, mirrored at the outermost, which are not doubled. */
  private static Node mirrored(Ops ops, Node x, int dimension) {
    int size = x.size(dimension);
    Node before = ops.slice(x, dimension, Math.min(1, size - 1), 1);
    Node behind = ops.slice(x, dimension, Math.max(0, size - 2), 1);
    return ops.concat(dimension, before, x, behind);
  }

  private static Node difference(Ops ops, Node x, int dimension) {
    int size = x.size(dimension) - 2;
    return ops.subtract(ops.slice(x, dimension, 2, size), ops.slice(x, dimension, 0, size));
  }

  /** Weights 1, 2, 1. */
  private static Node smoothed(Ops ops, Node x, int dimension) {
    int size = x.size(dimension) - 2;
    Node ends = ops.add(ops.slice(x, dimension, 0, size), ops.slice(x, dimension, 2, size));
    return ops.add(ends, ops.multiply(ops.constant(2), ops.slice(x, dimension, 1, size)));
  }
}
