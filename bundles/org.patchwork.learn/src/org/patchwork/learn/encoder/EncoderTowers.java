// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * What a loss of an encoder is built from. Networks from one method share their weights by name,
 * and each may build every layer once; so each view passes a network of its own, and its batch
 * statistics are its own.
 */
public interface EncoderTowers {
  /** Number of images in each view. */
  int batchSize();

  /** The images of a view, {@code [batchSize, h, w, c]}, values mostly in [0, 1]. */
  Node view(int number);

  /** A network whose weights the loss trains, in training mode. */
  Network online();

  /**
   * A network of moving averages of the weights of {@link #online()}, in training mode: it drops
   * values and uses batch statistics, but no gradient reaches it. What is built in it must have
   * been built in an online network before.
   */
  Network target();

  /** The encoder in one of these networks: {@code [batchSize, h', w', d]}. */
  Node encode(Network network, Node images) throws TrainingException;

  /** The encoder with global average pooling: {@code [batchSize, d]}. */
  default Node encodePooled(Network network, Node images) throws TrainingException {
    return network.mean(encode(network, images), false, 1, 2);
  }
}
