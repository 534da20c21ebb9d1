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

  /**
   * A further input, {@code [batchSize, shape…]}: labels, masks, numbers by lot. {@link
   * TrainerRun#fill} gives its values.
   *
   * @param shape of one row; none for a number
   */
  Node input(String name, int... shape);

  /** Values that are kept from step to step. */
  Memory memory(String name, Memory.Start start, int... shape);

  /** A memory that gradients change by a rule of its own. */
  Memory trainedMemory(String name, Memory.Start start, OwnRule rule, int... shape);

  /** A network whose weights the loss trains, in training mode. */
  Network online();

  /**
   * A network of moving averages of the weights of {@link #online()}, in training mode: it drops
   * values and uses batch statistics, but no gradient reaches it. What is built in it must have
   * been built in an online network before.
   */
  Network target();

  /**
   * The network of {@link #online()} as it predicts: nothing is dropped, statistics are moving
   * averages, which it leaves as they are. For outputs, of what was built in an online network, and
   * for an encoder that is not trained.
   */
  Network inference();

  /**
   * Σ (target − weights)² over everything built in {@link #target()} so far, before the step, as a
   * scalar for the log.
   */
  Node targetDistance();

  /** The encoder in one of these networks: {@code [batchSize, h', w', d]}. */
  Node encode(Network network, Node images) throws TrainingException;

  /** The encoder with global average pooling: {@code [batchSize, d]}. */
  default Node encodePooled(Network network, Node images) throws TrainingException {
    return network.mean(encode(network, images), false, 1, 2);
  }
}
