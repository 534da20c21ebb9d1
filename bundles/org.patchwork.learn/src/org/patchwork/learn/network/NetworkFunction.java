// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import org.patchwork.core.TrainingException;

/** Builds a part of a network. */
@FunctionalInterface
public interface NetworkFunction {
  /** From an input node to an output node of the same network. */
  Node build(Network network, Node input) throws TrainingException;
}
